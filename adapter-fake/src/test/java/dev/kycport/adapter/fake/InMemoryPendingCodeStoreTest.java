package dev.kycport.adapter.fake;

import dev.kycport.ports.store.Stores;
import dev.kycport.tck.PendingCodeStoreContract;
import java.util.Map;

class InMemoryPendingCodeStoreTest extends PendingCodeStoreContract {

    @Override
    protected Stores stores() {
        return new FakeProviderFactory()
                .open("memory", FakeProviderFactoryTest.configured(Map.of("pending-codes", "on")));
    }
}
