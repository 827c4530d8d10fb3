package dev.kycport.adapter.accuauth;

import dev.kycport.adapter.feign.BodyFormat;
import dev.kycport.tck.SecrecyContract;
import dev.kycport.tck.http.VendorHttpCalls;

/** What is written by another encoder must be no more talkative. */
final class AccuauthJsonSecrecyTest extends SecrecyContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new AccuauthHttpCalls(BodyFormat.JSON);
    }
}
