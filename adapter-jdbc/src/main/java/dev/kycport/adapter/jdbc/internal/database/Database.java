package dev.kycport.adapter.jdbc.internal.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.kycport.adapter.jdbc.internal.database.DatabaseErrorTranslator.SqlWork;
import dev.kycport.ports.store.StoreStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;

/**
 * An open database. Writes run at READ COMMITTED on PostgreSQL: one statement that compares and sets (the revision of a session,
 * the position of a ledger entry) decides each write, and at that level it decides on committed rows. SQLite has one writer at a
 * time and so is stricter.
 */
public final class Database implements AutoCloseable {

    private final Dialect dialect;
    private final HikariDataSource writes;
    private final HikariDataSource reads;
    private final Transactions transactions;
    private final Jdbi writer;
    private final Jdbi reader;
    private Consumer<JdbcUpdate> updateListener = update -> {};

    /** Writes and reads through one pool. */
    public Database(Dialect dialect, HikariDataSource pool) {
        this(dialect, pool, pool, Database::runAndCommit, new LocalTransactionHandler());
    }

    /** Writes through one pool, with its own transactions, and reads through another. */
    public <T extends TransactionHandler & Transactions> Database(
            Dialect dialect, HikariDataSource writes, HikariDataSource reads, T transactions) {
        this(dialect, writes, reads, transactions, transactions);
    }

    private Database(
            Dialect dialect,
            HikariDataSource writes,
            HikariDataSource reads,
            Transactions transactions,
            TransactionHandler transactionHandler) {
        this.dialect = dialect;
        this.writes = writes;
        this.reads = reads;
        this.transactions = transactions;
        this.writer = Jdbi.create(writes).setTransactionHandler(transactionHandler);
        this.reader = Jdbi.create(reads);
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The use of the connections for writes. */
    public StoreStatus.PoolUse poolUse() {
        HikariPoolMXBean pool = writes.getHikariPoolMXBean();
        return new StoreStatus.PoolUse(
                writes.getMaximumPoolSize(),
                pool.getActiveConnections(),
                pool.getIdleConnections(),
                pool.getThreadsAwaitingConnection());
    }

    /** Reports every statement from now on. */
    public void observe(SqlLogger statements, Consumer<JdbcUpdate> updates) {
        writer.setSqlLogger(statements);
        reader.setSqlLogger(statements);
        updateListener = updates;
    }

    /** Reads committed rows, which are durable. */
    public <T> T read(Function<Handle, T> work) {
        return DatabaseErrorTranslator.translate(() -> reader.withHandle(work::apply));
    }

    /** Runs one writing statement as its own transaction. */
    public <T> T writeStatement(HandleCallback<T, SQLException> statement) {
        return DatabaseErrorTranslator.translate(() -> writer.withHandle(statement));
    }

    /** Writes in one transaction; any exception rolls it back. */
    public <T> T write(HandleCallback<T, SQLException> work) {
        return DatabaseErrorTranslator.translate(() -> writer.inTransaction(work));
    }

    /** Runs one update as its own transaction; returns whether it changed a row. */
    public boolean execute(JdbcUpdate update) {
        updateListener.accept(update);
        return DatabaseErrorTranslator.translate(() -> {
            try (Connection connection = writes.getConnection()) {
                return update.execute(connection) == 1;
            }
        });
    }

    /** Runs the first update and, if it changed a row, the others in the same transaction; returns whether it did. */
    public boolean executeAll(JdbcUpdate first, List<JdbcUpdate> others) {
        updateListener.accept(first);
        others.forEach(updateListener);
        return DatabaseErrorTranslator.translate(() -> {
            try (Connection connection = writes.getConnection()) {
                return transactions.run(connection, () -> executeOn(connection, first, others));
            }
        });
    }

    // The pool rolls back what is not committed when the connection returns to it.
    private static boolean runAndCommit(Connection connection, SqlWork<Boolean> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean result = work.run();
        connection.commit();
        return result;
    }

    private static boolean executeOn(Connection connection, JdbcUpdate first, List<JdbcUpdate> others)
            throws SQLException {
        boolean changed = first.execute(connection) == 1;
        for (JdbcUpdate other : changed ? others : List.<JdbcUpdate>of()) {
            other.execute(connection);
        }
        return changed;
    }

    @Override
    public void close() {
        writes.close();
        reads.close();
    }

    /** Runs work in one transaction in plain JDBC; any exception rolls it back. */
    @FunctionalInterface
    public interface Transactions {
        boolean run(Connection connection, SqlWork<Boolean> work) throws SQLException;
    }
}
