package dev.kycport.adapter.accuauth;

import dev.kycport.tck.FaultsContract;
import dev.kycport.tck.VendorCalls;

final class AccuauthFaultsTest extends FaultsContract {

    @Override
    protected VendorCalls vendor() {
        return new AccuauthCalls();
    }
}
