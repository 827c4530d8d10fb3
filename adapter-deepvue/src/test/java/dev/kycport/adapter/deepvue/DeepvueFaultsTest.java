package dev.kycport.adapter.deepvue;

import dev.kycport.tck.FaultsContract;
import dev.kycport.tck.http.VendorHttpCalls;

final class DeepvueFaultsTest extends FaultsContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new DeepvueHttpCalls();
    }
}
