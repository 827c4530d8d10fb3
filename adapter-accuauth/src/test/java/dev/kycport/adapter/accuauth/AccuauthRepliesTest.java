package dev.kycport.adapter.accuauth;

import dev.kycport.tck.RepliesContract;
import dev.kycport.tck.http.VendorHttpCalls;

final class AccuauthRepliesTest extends RepliesContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new AccuauthHttpCalls();
    }
}
