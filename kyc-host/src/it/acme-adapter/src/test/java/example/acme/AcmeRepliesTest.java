package example.acme;

import dev.kycport.tck.RepliesContract;
import dev.kycport.tck.http.VendorHttpCalls;

class AcmeRepliesTest extends RepliesContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new AcmeHttpCalls();
    }
}
