package dev.kycport.adapter.jdbc;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.sqlite.SQLiteConnection;

/**
 * Transactions of SQLite, said in its own words. Its driver begins the next one with every commit, only for it to be ended when
 * the connection goes back: each write would take and release the lock on the file twice.
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
            takeBack(handle, failed);
            throw failed;
        }
    }

    private static void takeBack(Handle handle, Throwable because) {
        try {
            handle.execute("ROLLBACK");
        } catch (JdbiException over) {
            because.addSuppressed(over);
            giveUp(handle, because);
        }
    }

    // Whatever state it is in: a transaction ends with its connection, and the pool opens another.
    private static void giveUp(Handle handle, Throwable because) {
        try {
            handle.getConnection().unwrap(SQLiteConnection.class).close();
        } catch (SQLException closed) {
            because.addSuppressed(closed);
        }
    }
}
