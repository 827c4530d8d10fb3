package dev.kycport.adapter.deepvue;

import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.provider.VendorAddressContract;

final class DeepvueVendorAddressTest extends VendorAddressContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new DeepvueHttpCalls();
    }
}
