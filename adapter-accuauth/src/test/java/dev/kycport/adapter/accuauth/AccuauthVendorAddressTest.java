package dev.kycport.adapter.accuauth;

import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.provider.VendorAddressContract;

final class AccuauthVendorAddressTest extends VendorAddressContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new AccuauthHttpCalls();
    }
}
