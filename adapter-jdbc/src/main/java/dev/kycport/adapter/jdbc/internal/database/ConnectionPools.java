package dev.kycport.adapter.jdbc.internal.database;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import javax.sql.DataSource;

/** The configuration that all connection pools share. */
public final class ConnectionPools {

    // The lowest value that HikariCP accepts.
    private static final Duration MIN_TIMEOUT = Duration.ofMillis(250);

    private ConnectionPools() {}

    /**
     * A pool that opens connections on demand, closes idle ones, and replaces broken ones.
     *
     * @param timeout how long a caller waits for a connection
     * @param initSql runs first on each connection
     */
    public static HikariConfig config(
            String name, DataSource connections, int maxSize, Duration timeout, String initSql) {
        Duration waitTimeout = timeout.compareTo(MIN_TIMEOUT) < 0 ? MIN_TIMEOUT : timeout;
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(connections);
        config.setMaximumPoolSize(maxSize);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(waitTimeout.toMillis());
        config.setValidationTimeout(waitTimeout.toMillis());
        config.setInitializationFailTimeout(-1);
        config.setConnectionInitSql(initSql);
        return config;
    }
}
