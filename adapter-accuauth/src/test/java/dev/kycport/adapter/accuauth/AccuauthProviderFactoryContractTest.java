package dev.kycport.adapter.accuauth;

import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.tck.provider.ProviderFactoryContract;

final class AccuauthProviderFactoryContractTest extends ProviderFactoryContract {

    @Override
    protected ProviderFactory factory() {
        return new AccuauthProviderFactory();
    }
}
