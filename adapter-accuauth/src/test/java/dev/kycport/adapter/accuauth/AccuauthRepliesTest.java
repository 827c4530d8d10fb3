package dev.kycport.adapter.accuauth;

import dev.kycport.tck.RepliesContract;
import dev.kycport.tck.VendorCalls;

final class AccuauthRepliesTest extends RepliesContract {

    @Override
    protected VendorCalls vendor() {
        return new AccuauthCalls();
    }
}
