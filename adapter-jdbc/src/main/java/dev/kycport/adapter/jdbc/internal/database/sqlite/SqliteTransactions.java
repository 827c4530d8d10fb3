package dev.kycport.adapter.jdbc.internal.database.sqlite;

import com.zaxxer.hikari.HikariDataSource;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.DatabaseErrorTranslator;
import dev.kycport.adapter.jdbc.internal.database.DatabaseErrorTranslator.SqlWork;
import dev.kycport.adapter.jdbc.internal.database.JdbcUpdate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;

/**
 * Transactions of SQLite by its own statements. With each commit the driver begins the next transaction, which ends unused when
 * the connection returns to the pool: each write would lock the file twice. Nor does the driver notice a transaction that did not
 * begin because another process held the file.
 */
final class SqliteTransactions extends DelegatingTransactionHandler implements Database.Transactions {

    private final HikariDataSource pool;

    SqliteTransactions(HikariDataSource pool) {
        super(new LocalTransactionHandler());
        this.pool = pool;
    }

    @Override
    public TransactionHandler specialize(Handle handle) {
        return this;
    }

    @Override
    public <R, X extends Exception> R inTransaction(Handle handle, HandleCallback<R, X> work) throws X {
        return runInTransaction(handle.getConnection(), () -> work.withHandle(handle), result -> true);
    }

    @Override
    public Optional<JdbcUpdate> run(Connection connection, SqlWork<Optional<JdbcUpdate>> work) throws SQLException {
        return this.<Optional<JdbcUpdate>, SQLException>runInTransaction(connection, work::run, Optional::isEmpty);
    }

    private <R, X extends Exception> R runInTransaction(
            Connection connection, TransactionBody<R, X> body, Predicate<R> commits) throws X {
        DatabaseErrorTranslator.translate(() -> execute(connection, "BEGIN IMMEDIATE"));
        try {
            R result = body.run();
            String end = commits.test(result) ? "COMMIT" : "ROLLBACK";
            DatabaseErrorTranslator.translate(() -> execute(connection, end));
            return result;
        } catch (Throwable failed) {
            rollBack(connection);
            throw failed;
        }
    }

    private static boolean execute(Connection connection, String statement) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            return prepared.execute();
        }
    }

    // A failure here is not reported: its message would be the driver's own.
    private void rollBack(Connection connection) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException | RuntimeException | Error ignored) {
            // Its state is unknown: the transaction ends with the connection, and the pool opens another. If it were
            // only
            // closed, the pool would hand it out again within half a second.
            pool.evictConnection(connection);
        }
    }

    @FunctionalInterface
    private interface TransactionBody<R, X extends Exception> {
        R run() throws X;
    }
}
