package dev.kycport.adapter.deepvue;

import dev.kycport.tck.FaultsContract;
import dev.kycport.tck.VendorCalls;

final class DeepvueFaultsTest extends FaultsContract {

    @Override
    protected VendorCalls vendor() {
        return new DeepvueCalls();
    }
}
