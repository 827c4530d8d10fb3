package ${package};

import dev.kycport.tck.IdentityFieldsContract;
import dev.kycport.tck.http.VendorHttpCalls;

class ${prefix}IdentityFieldsTest extends IdentityFieldsContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new ${prefix}HttpCalls();
    }
}
