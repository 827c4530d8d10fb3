package dev.kycport.adapter.deepvue;

import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.provider.NearMissContract;

final class DeepvueNearMissTest extends NearMissContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new DeepvueHttpCalls();
    }
}
