package ${package};

import dev.kycport.tck.FaultsContract;
import dev.kycport.tck.http.VendorHttpCalls;

class ${prefix}FaultsTest extends FaultsContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new ${prefix}HttpCalls();
    }
}
