package dev.kycport.adapter.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.sqlite.SQLiteConnection;

/**
 * Transactions of SQLite, said in its own words. Its driver begins the next one with every commit, only for it to be ended when
 * the connection goes back: each write would take and release the lock on the file twice. Nor does it know that none has begun
 * where another process held the file.
 */
final class SqliteTransactions extends DelegatingTransactionHandler {

    SqliteTransactions() {
        super(new LocalTransactionHandler());
    }

    @Override
    public TransactionHandler specialize(Handle handle) {
        return this;
    }

    @Override
    public <R, X extends Exception> R inTransaction(Handle handle, HandleCallback<R, X> work) throws X {
        handle.execute("BEGIN IMMEDIATE");
        try {
            R result = work.withHandle(handle);
            handle.execute("COMMIT");
            return result;
        } catch (Throwable failed) {
            takeBack(handle.getConnection(), failed);
            throw failed;
        }
    }

    /** The same in plain JDBC. */
    static boolean around(Connection connection, Trouble.Work<Boolean> work) throws SQLException {
        say(connection, "BEGIN IMMEDIATE");
        try {
            boolean result = work.done();
            say(connection, "COMMIT");
            return result;
        } catch (Throwable failed) {
            takeBack(connection, failed);
            throw failed;
        }
    }

    private static void say(Connection connection, String word) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(word)) {
            statement.execute();
        }
    }

    private static void takeBack(Connection connection, Throwable because) {
        try {
            say(connection, "ROLLBACK");
        } catch (SQLException over) {
            because.addSuppressed(over);
            giveUp(connection, because);
        }
    }

    // Whatever state it is in: a transaction ends with its connection, and the pool opens another.
    private static void giveUp(Connection connection, Throwable because) {
        try {
            connection.unwrap(SQLiteConnection.class).close();
        } catch (SQLException closed) {
            because.addSuppressed(closed);
        }
    }
}
