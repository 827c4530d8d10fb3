package dev.kycport.adapter.fake;

import dev.kycport.ports.store.Stores;
import dev.kycport.tck.ConsentLedgerContract;

class InMemoryConsentLedgerTest extends ConsentLedgerContract {

    @Override
    protected Stores stores() {
        return FakeProviderFactory.stores();
    }
}
