package dev.kycport.adapter.jdbc.internal.database.postgres;

import dev.kycport.adapter.jdbc.internal.database.DatabaseSettings;
import java.io.Serial;
import java.sql.Connection;
import java.sql.DriverManager;
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
     * @param schema of the tables
     * @param connecting how long connecting may take
     * @param reading how long an answer may take after the login, or zero for any time
     */
    PostgresDataSource(
            String url, DatabaseSettings.Account account, String schema, Duration connecting, Duration reading) {
        Properties parameters = PostgresUrl.apply(url, this);
        PostgresTimeouts timeouts = new PostgresTimeouts(getServerNames().length, connecting, parameters);
        timeouts.applyTo(this);
        this.readMillis =
                timeouts.isGiven(PGProperty.SOCKET_TIMEOUT) ? getSocketTimeout() * 1000 : (int) reading.toMillis();
        account.user().ifPresent(this::setUser);
        account.password().ifPresent(password -> setPassword(password.reveal()));
        setCurrentSchema(schema);
        setApplicationName("kycport");
        setReWriteBatchedInserts(true);
        setTcpKeepAlive(true);
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        Connection connection = connect(user, password);
        connection.setNetworkTimeout(Runnable::run, readMillis);
        return supervision.apply(connection);
    }

    // Libraries log the URL that a connection names as its own, and a parameter may be a password, such as sslpassword:
    // the driver gets them apart.
    private Connection connect(@Nullable String user, @Nullable String password) throws SQLException {
        Properties parameters = PostgresUrl.parameters(getUrl());
        if (user != null) {
            parameters.setProperty(PGProperty.USER.getName(), user);
        }
        if (password != null) {
            parameters.setProperty(PGProperty.PASSWORD.getName(), password);
        }
        return DriverManager.getConnection(PostgresUrl.withoutParameters(getUrl()), parameters);
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
