package dev.kycport.adapter.jdbc.internal.database.postgres;

import static java.util.Objects.requireNonNull;

import dev.kycport.adapter.jdbc.internal.database.PostgresErrorMessages;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/**
 * Supervises the commits of connections to PostgreSQL. With synchronous replication a commit waits for a standby, and no timeout
 * of the server ends that wait; if something else does, the server reports success with a warning that the commit may not be
 * replicated.
 *
 * <ul>
 *   <li>A commit that takes too long is cancelled at the server. If the application only hung up, the server's process would wait
 *       on, and each further try would add another one until the server has no connection left.
 *   <li>A commit with that warning fails with {@link PostgresState#NOT_REPLICATED}, so that nobody relies on it.
 * </ul>
 */
final class CommitSupervisor implements AutoCloseable {

    // The function of the server that warns; the text of the warning is in the server's language.
    private static final String REPLICATION_WAIT = "SyncRepWaitForLSN";

    private final ScheduledThreadPoolExecutor cancellations = new ScheduledThreadPoolExecutor(2, work -> {
        Thread thread = new Thread(work, "kycport-cancel");
        thread.setDaemon(true);
        return thread;
    });
    private final LongAdder answers = new LongAdder();
    private final Duration limit;

    /**
     * Supervises connections.
     *
     * @param limit how long a commit may take
     */
    CommitSupervisor(Duration limit) {
        this.limit = limit;
        cancellations.setRemoveOnCancelPolicy(true);
    }

    /** The connection, supervised. */
    Connection supervise(Connection connection) {
        return (Connection) proxy(Connection.class, new SupervisedConnection(connection));
    }

    /** How many commits, and statements that are their own transaction, the server has answered. */
    long answers() {
        return answers.sum();
    }

    @Override
    public void close() {
        cancellations.shutdownNow();
    }

    private @Nullable Object bounded(Connection connection, Call work) throws SQLException {
        Cancellation cancellation = new Cancellation(connection);
        Future<?> timer = cancellations.schedule(cancellation, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            Object result = work.run();
            answers.increment();
            return result;
        } finally {
            timer.cancel(false);
            cancellation.end();
        }
    }

    private static void requireReplicated(@Nullable SQLWarning first) throws SQLException {
        for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
            if (warning instanceof PSQLWarning server && isNotReplicated(server.getServerErrorMessage())) {
                throw new SQLException("committed, but not replicated", PostgresErrorMessages.NOT_REPLICATED);
            }
        }
    }

    private static boolean isNotReplicated(@Nullable ServerErrorMessage message) {
        return Optional.ofNullable(message)
                .map(ServerErrorMessage::getRoutine)
                .filter(REPLICATION_WAIT::equals)
                .isPresent();
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(CommitSupervisor.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws SQLException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw rethrow(thrown.getTargetException());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SQLException rethrow(Throwable thrown) {
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return (SQLException) thrown;
    }

    private interface Call {
        @Nullable
        Object run() throws SQLException;
    }

    private final class SupervisedConnection implements InvocationHandler {

        private final Connection connection;

        SupervisedConnection(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws SQLException {
            return switch (method.getName()) {
                case "commit" -> commit(method);
                case "createStatement", "prepareStatement" ->
                    // The statements of a longer transaction wait for no standby.
                    connection.getAutoCommit()
                            ? proxy(
                                    method.getReturnType(),
                                    new SupervisedStatement(connection, statement(method, arguments)))
                            : CommitSupervisor.call(connection, method, arguments);
                default -> CommitSupervisor.call(connection, method, arguments);
            };
        }

        private @Nullable Object commit(Method method) throws SQLException {
            connection.clearWarnings();
            Object nothing = bounded(connection, () -> CommitSupervisor.call(connection, method, null));
            requireReplicated(connection.getWarnings());
            return nothing;
        }

        private Statement statement(Method method, @Nullable Object @Nullable [] arguments) throws SQLException {
            return (Statement) requireNonNull(CommitSupervisor.call(connection, method, arguments));
        }
    }

    private final class SupervisedStatement implements InvocationHandler {

        private final Connection connection;
        private final Statement statement;

        SupervisedStatement(Connection connection, Statement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws SQLException {
            if (!method.getName().startsWith("execute")) {
                return CommitSupervisor.call(statement, method, arguments);
            }
            Object result = bounded(connection, () -> CommitSupervisor.call(statement, method, arguments));
            requireReplicated(statement.getWarnings());
            return result;
        }
    }

    /** Cancels what the connection does, unless it ends before. A cancellation under way must not hit the next statement. */
    private static final class Cancellation implements Runnable {

        private final Connection connection;
        private final AtomicBoolean decided = new AtomicBoolean();
        private final CountDownLatch sent = new CountDownLatch(1);

        Cancellation(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void run() {
            if (!decided.compareAndSet(false, true)) {
                return;
            }
            try {
                connection.unwrap(PGConnection.class).cancelQuery();
            } catch (SQLException ignored) {
                // The server cannot be reached: the connection ends by its own timeout.
            } finally {
                sent.countDown();
            }
        }

        void end() {
            if (decided.compareAndSet(false, true)) {
                return;
            }
            try {
                sent.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
