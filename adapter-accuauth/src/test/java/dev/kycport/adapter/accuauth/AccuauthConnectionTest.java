package dev.kycport.adapter.accuauth;

import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.provider.ConnectionContract;

final class AccuauthConnectionTest extends ConnectionContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new AccuauthHttpCalls();
    }
}
