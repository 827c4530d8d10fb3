package dev.kycport.adapter.deepvue;

import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.provider.ConnectionContract;

final class DeepvueConnectionTest extends ConnectionContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new DeepvueHttpCalls();
    }
}
