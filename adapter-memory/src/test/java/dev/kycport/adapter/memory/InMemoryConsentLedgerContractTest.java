package dev.kycport.adapter.memory;

import dev.kycport.ports.store.Stores;
import dev.kycport.tck.ConsentLedgerContract;

class InMemoryConsentLedgerContractTest extends ConsentLedgerContract {

    @Override
    protected Stores stores() {
        return InMemoryStoreFactory.stores();
    }
}
