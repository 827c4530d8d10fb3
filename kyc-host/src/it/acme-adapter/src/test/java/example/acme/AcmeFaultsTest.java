package example.acme;

import dev.kycport.tck.FaultsContract;
import dev.kycport.tck.http.VendorHttpCalls;

class AcmeFaultsTest extends FaultsContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new AcmeHttpCalls();
    }
}
