package dev.kycport.adapter.jdbc.internal.database.postgres;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections of a pool that belongs to the host. What KycPort needs of them is set on each statement and each transaction, never
 * on the session, which the pool would hand on to the host's next transaction:
 *
 * <ul>
 *   <li>The schema: the name of each table in a statement is qualified, instead of {@code search_path}.
 *   <li>The timeout: of each statement, instead of {@code statement_timeout}.
 *   <li>Auto-commit, isolation level and read-only are as they were when the connection goes back.
 *   <li>A connection within a transaction of the host is refused, because what a step stores must be durable when it returns.
 *   <li>The URL that a connection names as its own has no parameters: libraries log it, and a parameter may be a password.
 * </ul>
 */
final class HostConnections implements DataSource {

    /** The SQLState of a refusal: an invalid transaction state (class 25). */
    static final String IN_TRANSACTION = "25001";

    // The names of all tables begin so, and nothing else in a statement does, except their indexes, which no statement
    // names.
    private static final Pattern TABLE = Pattern.compile(
            "(?<![\\w.\"])(kyc_(?:session|audit|consent_event|pending_code|hold|purge|record|schema_history))\\b");

    // There are fewer statements of a fixed text; those with lists vary.
    private static final int MAX_REMEMBERED = 500;

    private final DataSource pool;
    private final String qualified;
    private final int timeoutSeconds;
    private final Map<String, String> statements = new ConcurrentHashMap<>();

    /**
     * Connections of that pool.
     *
     * @param schema of the tables
     * @param timeout how long a statement may take, or zero for any time
     */
    HostConnections(DataSource pool, String schema, Duration timeout) {
        this.pool = pool;
        this.qualified = Matcher.quoteReplacement(schema + ".") + "$1";
        this.timeoutSeconds = timeout.isZero() ? 0 : (int) Math.max(1, timeout.toSeconds());
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = pool.getConnection();
        try {
            if (!connection.getAutoCommit()) {
                throw new SQLException("within a transaction of the host", IN_TRANSACTION);
            }
            int isolation = connection.getTransactionIsolation();
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            return proxy(Connection.class, new Borrowed(connection, isolation));
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
    }

    private String qualify(String sql) {
        String known = statements.get(sql);
        if (known != null) {
            return known;
        }
        String result = TABLE.matcher(sql).replaceAll(qualified);
        if (statements.size() < MAX_REMEMBERED) {
            statements.put(sql, result);
        }
        return result;
    }

    private static String withoutParameters(String url) {
        return PostgresUrl.withoutParameters(url);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(HostConnections.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws SQLException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getTargetException() instanceof SQLException failed) {
                throw failed;
            }
            if (thrown.getTargetException() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (thrown.getTargetException() instanceof Error error) {
                throw error;
            }
            throw new SQLException("the driver failed", thrown.getTargetException());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the pool knows its user");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("the pool belongs to the host");
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("the pool belongs to the host");
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("the pool belongs to the host");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    private final class Borrowed implements InvocationHandler {

        private final Connection connection;
        private final int isolation;

        Borrowed(Connection connection, int isolation) {
            this.connection = connection;
            this.isolation = isolation;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws SQLException {
            return switch (method.getName()) {
                case "close" -> {
                    giveBack();
                    yield null;
                }
                case "prepareStatement", "prepareCall" -> {
                    Object created = requireNonNull(HostConnections.call(connection, method, qualified(arguments)));
                    limited(created);
                    yield created;
                }
                case "createStatement" -> {
                    Object created = requireNonNull(HostConnections.call(connection, method, arguments));
                    limited(created);
                    yield proxy(Statement.class, new PlainStatement((Statement) created));
                }
                case "getMetaData" -> proxy(DatabaseMetaData.class, new MetaData(connection.getMetaData()));
                default -> HostConnections.call(connection, method, arguments);
            };
        }

        private void limited(Object created) throws SQLException {
            if (created instanceof Statement statement && statement.getQueryTimeout() == 0) {
                statement.setQueryTimeout(timeoutSeconds);
            }
        }

        private void giveBack() throws SQLException {
            try (connection) {
                if (!connection.isClosed()) {
                    if (!connection.getAutoCommit()) {
                        connection.rollback();
                        connection.setAutoCommit(true);
                    }
                    if (connection.getTransactionIsolation() != isolation) {
                        connection.setTransactionIsolation(isolation);
                    }
                }
            }
        }
    }

    private final class PlainStatement implements InvocationHandler {

        private final Statement statement;

        PlainStatement(Statement statement) {
            this.statement = statement;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws SQLException {
            boolean sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String;
            return HostConnections.call(statement, method, sql ? qualified(arguments) : arguments);
        }
    }

    private @Nullable Object @Nullable [] qualified(@Nullable Object @Nullable [] arguments) {
        if (arguments == null || !(arguments[0] instanceof String sql)) {
            return arguments;
        }
        @Nullable Object[] changed = arguments.clone();
        changed[0] = qualify(sql);
        return changed;
    }

    private static final class MetaData implements InvocationHandler {

        private final DatabaseMetaData metaData;

        MetaData(DatabaseMetaData metaData) {
            this.metaData = metaData;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws SQLException {
            Object result = HostConnections.call(metaData, method, arguments);
            return method.getName().equals("getURL") && result instanceof String url ? withoutParameters(url) : result;
        }
    }
}
