package dev.kycport.adapter.deepvue;

import dev.kycport.tck.SecrecyContract;
import dev.kycport.tck.http.VendorHttpCalls;

final class DeepvueSecrecyTest extends SecrecyContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new DeepvueHttpCalls();
    }
}
