package example.acme;

import dev.kycport.tck.SecrecyContract;
import dev.kycport.tck.http.VendorHttpCalls;

class AcmeSecrecyTest extends SecrecyContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new AcmeHttpCalls();
    }
}
