package dev.kycport.adapter.deepvue;

import dev.kycport.tck.RepliesContract;
import dev.kycport.tck.http.VendorHttpCalls;

final class DeepvueRepliesTest extends RepliesContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new DeepvueHttpCalls();
    }
}
