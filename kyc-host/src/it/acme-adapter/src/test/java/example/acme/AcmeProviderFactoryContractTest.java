package example.acme;

import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.tck.provider.ProviderFactoryContract;

final class AcmeProviderFactoryContractTest extends ProviderFactoryContract {

    @Override
    protected ProviderFactory factory() {
        return new AcmeProviderFactory();
    }
}
