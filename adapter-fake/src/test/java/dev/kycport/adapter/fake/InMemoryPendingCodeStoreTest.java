package dev.kycport.adapter.fake;

import dev.kycport.ports.Stores;
import dev.kycport.tck.PendingCodeStoreContract;
import java.util.Map;

class InMemoryPendingCodeStoreTest extends PendingCodeStoreContract {

    @Override
    protected Stores stores() {
        return new Fake().open("memory", FakeTest.configured(Map.of("pending-codes", "on")));
    }
}
