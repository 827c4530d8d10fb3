package dev.kycport.adapter.jdbc.internal.session;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.kycport.adapter.jdbc.JdbcStores;
import dev.kycport.adapter.jdbc.fixture.PostgresTestServer;
import dev.kycport.adapter.jdbc.fixture.TemporaryPostgresDatabase;
import dev.kycport.adapter.jdbc.fixture.TestSettings;
import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.SessionStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

/** The contract on a pool of the host. */
class HostPoolSessionStoreTest extends SessionStoreContract {

    private static final TemporaryPostgresDatabase POSTGRES = PostgresTestServer.database();
    private static final HikariDataSource POOL = pool();
    private static final Stores STORES = JdbcStores.on(POOL)
            .open(JdbcStores.URL, new TestSettings().with("keys", new Credential(TemporaryPostgresDatabase.KEYS)));

    @AfterAll
    static void release() {
        STORES.close();
        POOL.close();
    }

    @AfterEach
    void empty() {
        POSTGRES.clear("kyc.kyc_session, kyc.kyc_audit, kyc.kyc_consent_event");
    }

    @Override
    protected Stores stores() {
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

    private static HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(POSTGRES.url());
        config.setUsername(POSTGRES.owner());
        config.setPassword(TemporaryPostgresDatabase.OWNER_PASSWORD);
        return new HikariDataSource(config);
    }
}
