package ${package};

import dev.kycport.tck.SecrecyContract;
import dev.kycport.tck.http.VendorHttpCalls;

class ${prefix}SecrecyTest extends SecrecyContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new ${prefix}HttpCalls();
    }
}
