package dev.kycport.adapter.deepvue;

import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.provider.PersonalDataContract;

final class DeepvuePersonalDataTest extends PersonalDataContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new DeepvueHttpCalls();
    }
}
