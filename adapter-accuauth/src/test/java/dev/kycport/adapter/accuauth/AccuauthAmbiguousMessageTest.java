package dev.kycport.adapter.accuauth;

import dev.kycport.tck.AmbiguousMessageContract;
import dev.kycport.tck.http.VendorHttpCalls;

final class AccuauthAmbiguousMessageTest extends AmbiguousMessageContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new AccuauthHttpCalls();
    }
}
