package dev.kycport.adapter.memory;

import dev.kycport.ports.store.Stores;
import dev.kycport.tck.AuditTrailContract;

class InMemoryAuditTrailContractTest extends AuditTrailContract {

    @Override
    protected Stores stores() {
        return InMemoryStoreFactory.stores();
    }
}
