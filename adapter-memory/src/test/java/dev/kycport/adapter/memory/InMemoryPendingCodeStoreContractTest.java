package dev.kycport.adapter.memory;

import dev.kycport.ports.store.Stores;
import dev.kycport.tck.PendingCodeStoreContract;

class InMemoryPendingCodeStoreContractTest extends PendingCodeStoreContract {

    @Override
    protected Stores stores() {
        return new InMemoryStoreFactory().open("memory", InMemoryStoreFactoryTest.REMEMBERING);
    }
}
