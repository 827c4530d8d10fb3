package dev.kycport.adapter.jdbc.internal.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.kycport.adapter.jdbc.internal.database.DatabaseErrorTranslator.SqlWork;
import dev.kycport.ports.store.StoreStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
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
    private final DataSource writes;
    private final Optional<HikariDataSource> measured;
    private final Runnable onClose;
    private final Transactions transactions;
    private final Jdbi writer;
    private final Jdbi reader;
    private Consumer<JdbcUpdate> updateListener = update -> {};

    /** Writes and reads through one pool. */
    public Database(Dialect dialect, HikariDataSource pool) {
        this(dialect, pool, Optional.of(pool), pool::close);
    }

    /**
     * Writes and reads through a pool that may belong to another.
     *
     * @param measured the pool whose use can be told
     */
    public Database(Dialect dialect, DataSource pool, Optional<HikariDataSource> measured, Runnable onClose) {
        this(dialect, pool, pool, measured, Database::runAndCommit, new LocalTransactionHandler(), onClose);
    }

    /** Writes through one pool, with its own transactions, and reads through another. */
    public <T extends TransactionHandler & Transactions> Database(
            Dialect dialect, HikariDataSource writes, HikariDataSource reads, T transactions) {
        this(dialect, writes, reads, Optional.of(writes), transactions, transactions, () -> {
            writes.close();
            reads.close();
        });
    }

    private Database(
            Dialect dialect,
            DataSource writes,
            DataSource reads,
            Optional<HikariDataSource> measured,
            Transactions transactions,
            TransactionHandler transactionHandler,
            Runnable onClose) {
        this.dialect = dialect;
        this.writes = writes;
        this.measured = measured;
        this.onClose = onClose;
        this.transactions = transactions;
        this.writer = Jdbi.create(writes).setTransactionHandler(transactionHandler);
        this.reader = Jdbi.create(reads);
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The use of the connections for writes; all zero for a pool of the host that cannot tell. */
    public StoreStatus.PoolUse poolUse() {
        return measured.map(Database::poolUse).orElseGet(() -> new StoreStatus.PoolUse(0, 0, 0, 0));
    }

    private static StoreStatus.PoolUse poolUse(HikariDataSource source) {
        HikariPoolMXBean pool = source.getHikariPoolMXBean();
        return new StoreStatus.PoolUse(
                source.getMaximumPoolSize(),
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

    /**
     * Runs the updates in one transaction, all or none of them.
     *
     * @return the first that is required and changes no row, then nothing is stored; empty if all are stored
     */
    public Optional<JdbcUpdate> executeAll(List<JdbcUpdate> updates) {
        updates.forEach(updateListener);
        return DatabaseErrorTranslator.translate(() -> {
            try (Connection connection = writes.getConnection()) {
                return updates.size() == 1
                        ? JdbcUpdate.executeInTurn(connection, updates)
                        : transactions.run(connection, () -> execute(connection, updates));
            }
        });
    }

    private Optional<JdbcUpdate> execute(Connection connection, List<JdbcUpdate> updates) throws SQLException {
        return dialect.sendsStatementsTogether()
                ? JdbcUpdate.executeTogether(connection, updates)
                : JdbcUpdate.executeInTurn(connection, updates);
    }

    // After an exception the pool rolls back when the connection returns to it.
    private static Optional<JdbcUpdate> runAndCommit(Connection connection, SqlWork<Optional<JdbcUpdate>> work)
            throws SQLException {
        connection.setAutoCommit(false);
        Optional<JdbcUpdate> refused = work.run();
        if (refused.isEmpty()) {
            connection.commit();
        } else {
            connection.rollback();
        }
        return refused;
    }

    @Override
    public void close() {
        onClose.run();
    }

    /** Runs work in one transaction in plain JDBC; any exception rolls it back, and so does an update that is refused. */
    @FunctionalInterface
    public interface Transactions {
        Optional<JdbcUpdate> run(Connection connection, SqlWork<Optional<JdbcUpdate>> work) throws SQLException;
    }
}
