package dev.kycport.adapter.jdbc.internal.database.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.DatabaseErrorTranslator;
import dev.kycport.adapter.jdbc.internal.database.DatabaseSettings;
import dev.kycport.adapter.jdbc.internal.database.Dialect;
import dev.kycport.adapter.jdbc.internal.database.Schema;
import dev.kycport.ports.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Opens a database through a pool that belongs to the host, and leaves the pool open when it is closed. */
public final class HostDatabase {

    private HostDatabase() {}

    public static Database open(DataSource pool, DatabaseSettings settings) {
        String schema = settings.schema();
        HostConnections connections = new HostConnections(pool, schema, settings.timeout());
        PostgresServerCheck.check(connections);
        if (settings.migratesAtStart()) {
            migrate(pool, schema);
        } else {
            requireTables(connections, schema);
        }
        LedgerPrivilegeCheck.check(connections, false);
        return new Database(Dialect.POSTGRES, connections, measured(pool), () -> {});
    }

    private static Optional<HikariDataSource> measured(DataSource pool) {
        return DatabaseErrorTranslator.translate(() -> pool.isWrapperFor(HikariDataSource.class)
                ? Optional.of(pool.unwrap(HikariDataSource.class))
                : Optional.empty());
    }

    // Building an index over millions of rows takes minutes.
    private static void migrate(DataSource pool, String name) {
        Schema schema = new Schema(Dialect.POSTGRES, new HostConnections(pool, name, Duration.ZERO), Optional.of(name));
        if (!schema.isCurrent()) {
            schema.migrate();
        }
    }

    private static void requireTables(DataSource connections, String schema) {
        TreeSet<String> missing = new TreeSet<>(Schema.COLUMNS);
        missing.removeAll(DatabaseErrorTranslator.translate(() -> Jdbi.create(connections)
                .withHandle(handle -> handle.createQuery("SELECT table_name || '.' || column_name FROM"
                                + " information_schema.columns WHERE table_schema = :schema")
                        .bind("schema", schema)
                        .mapTo(String.class)
                        .list())));
        if (!missing.isEmpty()) {
            throw new StoreUnavailableException("the tables in the schema " + schema
                    + " are missing or old, and kyc.store.migrate = never: run the SQL script of this version, which"
                    + " JdbcStores.script prints; the first that is missing is " + missing.first());
        }
    }
}
