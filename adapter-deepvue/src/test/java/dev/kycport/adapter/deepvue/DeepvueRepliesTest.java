package dev.kycport.adapter.deepvue;

import dev.kycport.tck.RepliesContract;
import dev.kycport.tck.VendorCalls;

final class DeepvueRepliesTest extends RepliesContract {

    @Override
    protected VendorCalls vendor() {
        return new DeepvueCalls();
    }
}
