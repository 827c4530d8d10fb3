package dev.kycport.adapter.jdbc.internal.database.postgres;

import dev.kycport.adapter.jdbc.internal.database.DatabaseSettings;
import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens connections to the server of a URL, whose waiting times are {@link PostgresTimeouts}. */
final class PostgresDataSource extends PGSimpleDataSource {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int readMillis;
    private transient UnaryOperator<Connection> supervision = UnaryOperator.identity();

    /**
     * Connections of that account.
     *
     * @param connecting how long connecting may take
     * @param reading how long an answer may take after the login, or zero for any time
     */
    PostgresDataSource(String url, DatabaseSettings.Account account, Duration connecting, Duration reading) {
        Properties parameters = PostgresUrl.apply(url, this);
        PostgresTimeouts timeouts = new PostgresTimeouts(getServerNames().length, connecting, parameters);
        timeouts.applyTo(this);
        this.readMillis =
                timeouts.isGiven(PGProperty.SOCKET_TIMEOUT) ? getSocketTimeout() * 1000 : (int) reading.toMillis();
        account.user().ifPresent(this::setUser);
        account.password().ifPresent(password -> setPassword(password.reveal()));
        setApplicationName("kycport");
        setReWriteBatchedInserts(true);
        setTcpKeepAlive(true);
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        Connection connection = super.getConnection(user, password);
        connection.setNetworkTimeout(Runnable::run, readMillis);
        return supervision.apply(connection);
    }

    /** Supervises the commits of the connections from now on. */
    void superviseBy(CommitSupervisor supervisor) {
        supervision = supervisor::supervise;
    }

    /** Ignored: the pool sets here how long a caller waits, which would leave no time for a second host. */
    @Override
    public void setLoginTimeout(int seconds) {
        if (getLoginTimeout() == 0) {
            super.setLoginTimeout(seconds);
        }
    }
}
