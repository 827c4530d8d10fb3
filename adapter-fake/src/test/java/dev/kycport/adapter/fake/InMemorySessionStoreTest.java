package dev.kycport.adapter.fake;

import dev.kycport.ports.Stores;
import dev.kycport.tck.SessionStoreContract;

class InMemorySessionStoreTest extends SessionStoreContract {

    @Override
    protected Stores stores() {
        return Fake.stores();
    }
}
