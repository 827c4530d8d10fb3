package example.acme;

import dev.kycport.tck.OversizedReplyContract;
import dev.kycport.tck.http.VendorHttpCalls;

class AcmeOversizedReplyTest extends OversizedReplyContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new AcmeHttpCalls();
    }
}
