package dev.kycport.adapter.fake;

import dev.kycport.ports.Stores;
import dev.kycport.tck.AuditTrailContract;

class InMemoryAuditTrailTest extends AuditTrailContract {

    @Override
    protected Stores stores() {
        return Fake.stores();
    }
}
