package dev.kycport.adapter.jdbc;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import javax.sql.DataSource;

/** Connections that are kept open. */
final class Pools {

    // What HikariCP takes at least.
    private static final Duration SHORTEST = Duration.ofMillis(250);

    private Pools() {}

    /**
     * A pool that opens its connections when they are needed, closes those that nobody has needed for a while, and opens new
     * ones in place of those that break.
     *
     * @param timeout how long a caller waits for a connection
     * @param first what every connection begins with
     */
    static HikariConfig config(String name, DataSource connections, int most, Duration timeout, String first) {
        Duration patience = timeout.compareTo(SHORTEST) < 0 ? SHORTEST : timeout;
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(connections);
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(patience.toMillis());
        config.setValidationTimeout(patience.toMillis());
        config.setInitializationFailTimeout(-1);
        config.setConnectionInitSql(first);
        return config;
    }
}
