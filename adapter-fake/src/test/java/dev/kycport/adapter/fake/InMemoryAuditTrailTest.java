package dev.kycport.adapter.fake;

import dev.kycport.ports.store.Stores;
import dev.kycport.tck.AuditTrailContract;

class InMemoryAuditTrailTest extends AuditTrailContract {

    @Override
    protected Stores stores() {
        return FakeProviderFactory.stores();
    }
}
