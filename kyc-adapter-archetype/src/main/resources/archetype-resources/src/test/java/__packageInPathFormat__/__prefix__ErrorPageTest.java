package ${package};

import dev.kycport.tck.ErrorPageContract;
import dev.kycport.tck.http.VendorHttpCalls;

class ${prefix}ErrorPageTest extends ErrorPageContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new ${prefix}HttpCalls();
    }
}
