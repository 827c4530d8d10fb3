package example.acme;

import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.provider.VendorAddressContract;

class AcmeVendorAddressTest extends VendorAddressContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new AcmeHttpCalls();
    }
}
