package dev.kycport.adapter.accuauth;

import dev.kycport.tck.SecrecyContract;
import dev.kycport.tck.VendorCalls;

final class AccuauthSecrecyTest extends SecrecyContract {

    @Override
    protected VendorCalls vendor() {
        return new AccuauthCalls();
    }
}
