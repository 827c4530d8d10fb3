package dev.kycport.adapter.accuauth;

import dev.kycport.tck.IdentityFieldsContract;
import dev.kycport.tck.http.VendorHttpCalls;

final class AccuauthIdentityFieldsTest extends IdentityFieldsContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new AccuauthHttpCalls();
    }
}
