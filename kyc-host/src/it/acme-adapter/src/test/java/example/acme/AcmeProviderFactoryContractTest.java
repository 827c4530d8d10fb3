package example.acme;

import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.tck.provider.ProviderFactoryContract;

class AcmeProviderFactoryContractTest extends ProviderFactoryContract {

    @Override
    protected ProviderFactory factory() {
        return new AcmeProviderFactory();
    }
}
