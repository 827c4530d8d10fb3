package ${package};

import dev.kycport.tck.AmbiguousMessageContract;
import dev.kycport.tck.http.VendorHttpCalls;

class ${prefix}AmbiguousMessageTest extends AmbiguousMessageContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new ${prefix}HttpCalls();
    }
}
