package dev.kycport.adapter.deepvue;

import dev.kycport.tck.ErrorPageContract;
import dev.kycport.tck.http.VendorHttpCalls;

final class DeepvueErrorPageTest extends ErrorPageContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new DeepvueHttpCalls();
    }
}
