package dev.kycport.adapter.fake;

import dev.kycport.ports.store.Stores;
import dev.kycport.tck.SessionStoreContract;

class InMemorySessionStoreTest extends SessionStoreContract {

    @Override
    protected Stores stores() {
        return FakeProviderFactory.stores();
    }
}
