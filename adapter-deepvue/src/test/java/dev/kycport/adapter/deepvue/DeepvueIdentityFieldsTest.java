package dev.kycport.adapter.deepvue;

import dev.kycport.tck.IdentityFieldsContract;
import dev.kycport.tck.http.VendorHttpCalls;

final class DeepvueIdentityFieldsTest extends IdentityFieldsContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new DeepvueHttpCalls();
    }
}
