package example.acme;

import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.provider.NearMissContract;

class AcmeNearMissTest extends NearMissContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new AcmeHttpCalls();
    }
}
