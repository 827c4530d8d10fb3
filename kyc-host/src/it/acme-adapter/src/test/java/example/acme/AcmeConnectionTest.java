package example.acme;

import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.provider.ConnectionContract;

class AcmeConnectionTest extends ConnectionContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new AcmeHttpCalls();
    }
}
