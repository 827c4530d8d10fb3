package dev.kycport.adapter.jdbc.internal.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;

/**
 * Transactions of SQLite, said in its own words. Its driver begins the next one with every commit, only for it to be ended when
 * the connection goes back: each write would take and release the lock on the file twice. Nor does it know that none has begun
 * where another process held the file.
 */
final class SqliteTransactions extends DelegatingTransactionHandler {

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
        return run(handle.getConnection(), () -> work.withHandle(handle));
    }

    /** The same in plain JDBC. */
    <R, X extends Exception> R run(Connection connection, TransactionBody<R, X> transactionBody) throws X {
        DatabaseErrorTranslator.translate(() -> execute(connection, "BEGIN IMMEDIATE"));
        try {
            R result = transactionBody.run();
            DatabaseErrorTranslator.translate(() -> execute(connection, "COMMIT"));
            return result;
        } catch (Throwable failed) {
            rollBack(connection);
            throw failed;
        }
    }

    private static boolean execute(Connection connection, String word) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(word)) {
            return statement.execute();
        }
    }

    // What goes wrong here is not told besides: it would be in the driver's own words.
    private void rollBack(Connection connection) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException | RuntimeException | Error over) {
            // Whatever state it is in: a transaction ends with its connection, and the pool opens another. Only closed,
            // it
            // would be handed out again to whoever comes within half a second.
            pool.evictConnection(connection);
        }
    }

    /** What is done in a transaction. */
    @FunctionalInterface
    interface TransactionBody<R, X extends Exception> {
        R run() throws X;
    }
}
