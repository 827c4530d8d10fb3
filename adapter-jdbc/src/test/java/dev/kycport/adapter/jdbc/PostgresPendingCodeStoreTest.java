package dev.kycport.adapter.jdbc;

import dev.kycport.ports.Stores;
import dev.kycport.tck.PendingCodeStoreContract;
import org.junit.jupiter.api.AfterAll;

class PostgresPendingCodeStoreTest extends PendingCodeStoreContract {

    private static final Rented RENTED = TestPostgres.database();
    private static final Stores STORES = RENTED.open();

    @AfterAll
    static void close() {
        STORES.close();
    }

    @Override
    protected Stores stores() {
        RENTED.clear("kyc_pending_code");
        return new Stores(
                STORES.sessions(), STORES.consents(), STORES.audit(), STORES.pending(), STORES.keeping(), () -> {});
    }
}
