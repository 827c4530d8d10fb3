package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.adapter.jdbc.fixture.PostgresTestServer;
import dev.kycport.adapter.jdbc.fixture.TemporaryPostgresDatabase;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.PendingCodeStoreContract;
import org.junit.jupiter.api.AfterAll;

class PostgresPendingCodeStoreTest extends PendingCodeStoreContract {

    private static final TemporaryPostgresDatabase RENTED = PostgresTestServer.database();
    private static final Stores STORES = RENTED.open();

    @AfterAll
    static void close() {
        STORES.close();
    }

    @Override
    protected Stores stores() {
        RENTED.clear("kyc_pending_code");
        return new Stores(
                STORES.sessions(),
                STORES.consents(),
                STORES.audit(),
                STORES.pendingCodes(),
                STORES.steps(),
                STORES.admin(),
                () -> {});
    }
}
