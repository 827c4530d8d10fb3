package dev.kycport.adapter.deepvue;

import dev.kycport.tck.AmbiguousMessageContract;
import dev.kycport.tck.http.VendorHttpCalls;

final class DeepvueAmbiguousMessageTest extends AmbiguousMessageContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new DeepvueHttpCalls();
    }
}
