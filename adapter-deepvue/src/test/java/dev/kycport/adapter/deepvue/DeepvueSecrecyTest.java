package dev.kycport.adapter.deepvue;

import dev.kycport.tck.SecrecyContract;
import dev.kycport.tck.VendorCalls;

final class DeepvueSecrecyTest extends SecrecyContract {

    @Override
    protected VendorCalls vendor() {
        return new DeepvueCalls();
    }
}
