package dev.kycport.adapter.fake;

import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.tck.provider.ProviderFactoryContract;

final class FakeProviderFactoryContractTest extends ProviderFactoryContract {

    @Override
    protected ProviderFactory factory() {
        return new FakeProviderFactory();
    }
}
