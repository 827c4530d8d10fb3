package dev.kycport.adapter.accuauth;

import dev.kycport.tck.BoundsContract;
import dev.kycport.tck.VendorCalls;

final class AccuauthBoundsTest extends BoundsContract {

    @Override
    protected VendorCalls vendor() {
        return new AccuauthCalls();
    }
}
