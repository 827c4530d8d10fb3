package dev.kycport.adapter.memory;

import dev.kycport.ports.store.Stores;
import dev.kycport.tck.SessionStoreContract;

class InMemorySessionStoreContractTest extends SessionStoreContract {

    @Override
    protected Stores stores() {
        return InMemoryStoreFactory.stores();
    }
}
