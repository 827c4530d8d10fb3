package dev.kycport.adapter.accuauth;

import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.provider.NearMissContract;

final class AccuauthNearMissTest extends NearMissContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new AccuauthHttpCalls();
    }
}
