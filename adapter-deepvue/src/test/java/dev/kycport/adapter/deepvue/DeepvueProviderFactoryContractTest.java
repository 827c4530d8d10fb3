package dev.kycport.adapter.deepvue;

import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.tck.provider.ProviderFactoryContract;

final class DeepvueProviderFactoryContractTest extends ProviderFactoryContract {

    @Override
    protected ProviderFactory factory() {
        return new DeepvueProviderFactory();
    }
}
