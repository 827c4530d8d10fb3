package dev.kycport.adapter.deepvue;

import dev.kycport.tck.OversizedReplyContract;
import dev.kycport.tck.http.VendorHttpCalls;

final class DeepvueBoundsTest extends OversizedReplyContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new DeepvueHttpCalls();
    }
}
