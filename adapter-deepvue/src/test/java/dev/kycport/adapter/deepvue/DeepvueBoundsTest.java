package dev.kycport.adapter.deepvue;

import dev.kycport.tck.BoundsContract;
import dev.kycport.tck.VendorCalls;

final class DeepvueBoundsTest extends BoundsContract {

    @Override
    protected VendorCalls vendor() {
        return new DeepvueCalls();
    }
}
