package ${package};

import dev.kycport.tck.OversizedReplyContract;
import dev.kycport.tck.http.VendorHttpCalls;

class ${prefix}OversizedReplyTest extends OversizedReplyContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new ${prefix}HttpCalls();
    }
}
