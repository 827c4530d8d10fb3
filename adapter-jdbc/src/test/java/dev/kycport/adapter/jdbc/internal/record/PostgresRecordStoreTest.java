package dev.kycport.adapter.jdbc.internal.record;

import dev.kycport.adapter.jdbc.fixture.PostgresTestServer;
import dev.kycport.adapter.jdbc.fixture.TemporaryPostgresDatabase;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.record.ExpiringRecordStoreContract;
import org.junit.jupiter.api.AfterAll;

class PostgresRecordStoreTest extends ExpiringRecordStoreContract {

    private static final TemporaryPostgresDatabase RENTED = PostgresTestServer.database();
    private static final Stores STORES = RENTED.open();

    @AfterAll
    static void close() {
        STORES.close();
    }

    @Override
    protected Stores stores() {
        RENTED.clear("kyc_record");
        return new Stores(
                STORES.sessions(),
                STORES.consents(),
                STORES.audit(),
                STORES.pendingCodes(),
                STORES.steps(),
                STORES.admin(),
                STORES.records(),
                () -> {});
    }
}
