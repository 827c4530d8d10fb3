package ${package};

import dev.kycport.tck.RepliesContract;
import dev.kycport.tck.http.VendorHttpCalls;

class ${prefix}RepliesTest extends RepliesContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new ${prefix}HttpCalls();
    }
}
