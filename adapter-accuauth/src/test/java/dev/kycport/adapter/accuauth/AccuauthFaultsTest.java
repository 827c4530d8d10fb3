package dev.kycport.adapter.accuauth;

import dev.kycport.tck.FaultsContract;
import dev.kycport.tck.http.VendorHttpCalls;

final class AccuauthFaultsTest extends FaultsContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new AccuauthHttpCalls();
    }
}
