package dev.kycport.adapter.jdbc.internal.database;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import javax.sql.DataSource;

/** Connections that are kept open. */
public final class ConnectionPools {

    // What HikariCP takes at least.
    private static final Duration MIN_TIMEOUT = Duration.ofMillis(250);

    private ConnectionPools() {}

    /**
     * A pool that opens its connections when they are needed, closes those that nobody has needed for a while, and opens new
     * ones in place of those that break.
     *
     * @param timeout how long a caller waits for a connection
     * @param initSql what every connection begins with
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
