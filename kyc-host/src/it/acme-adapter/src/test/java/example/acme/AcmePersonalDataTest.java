package example.acme;

import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.provider.PersonalDataContract;

class AcmePersonalDataTest extends PersonalDataContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new AcmeHttpCalls();
    }
}
