package dev.kycport.adapter.accuauth;

import dev.kycport.tck.SecrecyContract;
import dev.kycport.tck.http.VendorHttpCalls;

final class AccuauthSecrecyTest extends SecrecyContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new AccuauthHttpCalls();
    }
}
