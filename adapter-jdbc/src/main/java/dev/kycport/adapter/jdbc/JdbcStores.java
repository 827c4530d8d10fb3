package dev.kycport.adapter.jdbc;

import dev.kycport.adapter.jdbc.internal.crypto.KeySource;
import dev.kycport.adapter.jdbc.internal.crypto.StoreKeys;
import dev.kycport.adapter.jdbc.internal.database.DatabaseSettings;
import dev.kycport.adapter.jdbc.internal.database.JdbcDriver;
import dev.kycport.adapter.jdbc.internal.database.Schema;
import dev.kycport.adapter.jdbc.internal.database.postgres.HostDatabase;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import dev.kycport.ports.spi.StoreFactory;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.Stores;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Stores on PostgreSQL that use the connection pool of the host, in a schema of their own.
 *
 * <p>Steps never join a transaction of the host, because an intent must be durable before the call. A connection that is in a
 * transaction, as Spring's {@code TransactionAwareDataSourceProxy} hands it out, is refused with {@link StoreUnavailableException};
 * an ordinary pool hands out another connection, and the transaction of the host goes on beside it. Nothing is left behind on a
 * connection: settings go with each statement or transaction, and auto-commit and isolation level are put back.
 *
 * <p>The pool needs two connections for KycPort at the same time while tables are migrated. Closing the stores leaves it open.
 */
public final class JdbcStores {

    /** The value of {@code kyc.store.url} that stands for the pool of the host. */
    public static final String URL = "datasource";

    private static final Pattern SCHEMA_NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    private JdbcStores() {}

    /**
     * A factory for {@code kyc.store.url = datasource}; put it into {@link dev.kycport.ports.spi.StoreFactory the plug-ins}. Its keys
     * in {@code kyc.store} are {@code schema}, {@code migrate} ({@code at-start} or {@code never}), {@code timeout},
     * {@code pending-codes}, {@code keys} and {@code keys-file}.
     */
    public static StoreFactory on(DataSource pool) {
        return new OnDataSource(pool);
    }

    /**
     * The SQL script that creates all tables on PostgreSQL, for hosts with {@code migrate = never}.
     *
     * @param schema lower-case letters, digits and underscores, such as {@code kyc}; must not exist yet
     * @throws IllegalArgumentException if it is not such a name
     */
    public static String script(String schema) {
        if (!SCHEMA_NAME.matcher(schema).matches()) {
            throw new IllegalArgumentException("a schema is named by lower-case letters, digits and underscores");
        }
        return Schema.postgresScript(schema);
    }

    private record OnDataSource(DataSource pool) implements StoreFactory {

        @Override
        public boolean supports(String url) {
            return url.equals(URL);
        }

        @Override
        public List<Setting<?>> settings(String url) {
            return Stream.concat(DatabaseSettings.host().stream(), KeySource.SETTINGS.stream())
                    .toList();
        }

        @Override
        public Stores open(String url, Settings settings) {
            JdbcDriver.POSTGRES.require();
            DatabaseSettings databaseSettings = new DatabaseSettings(settings);
            StoreKeys keys = KeySource.load(settings, Optional.empty());
            return JdbcStoreFactory.createStores(HostDatabase.open(pool, databaseSettings), keys, databaseSettings);
        }
    }
}
