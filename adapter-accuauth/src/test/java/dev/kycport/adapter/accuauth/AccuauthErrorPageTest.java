package dev.kycport.adapter.accuauth;

import dev.kycport.tck.ErrorPageContract;
import dev.kycport.tck.http.VendorHttpCalls;

final class AccuauthErrorPageTest extends ErrorPageContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new AccuauthHttpCalls();
    }
}
