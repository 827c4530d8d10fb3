package dev.kycport.adapter.accuauth;

import dev.kycport.adapter.feign.BodyFormat;
import dev.kycport.tck.SecrecyContract;
import dev.kycport.tck.VendorCalls;

/** What is written by another encoder must be no more talkative. */
final class AccuauthJsonSecrecyTest extends SecrecyContract {

    @Override
    protected VendorCalls vendor() {
        return new AccuauthCalls(BodyFormat.JSON);
    }
}
