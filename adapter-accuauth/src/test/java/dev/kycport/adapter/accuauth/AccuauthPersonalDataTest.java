package dev.kycport.adapter.accuauth;

import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.provider.PersonalDataContract;

final class AccuauthPersonalDataTest extends PersonalDataContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new AccuauthHttpCalls();
    }
}
