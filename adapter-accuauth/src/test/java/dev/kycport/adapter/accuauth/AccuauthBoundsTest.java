package dev.kycport.adapter.accuauth;

import dev.kycport.tck.OversizedReplyContract;
import dev.kycport.tck.http.VendorHttpCalls;

final class AccuauthBoundsTest extends OversizedReplyContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new AccuauthHttpCalls();
    }
}
