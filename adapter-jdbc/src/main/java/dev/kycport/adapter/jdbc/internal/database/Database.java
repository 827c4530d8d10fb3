package dev.kycport.adapter.jdbc.internal.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;

/**
 * An open database. READ COMMITTED is the level of every write on PostgreSQL: every write is decided by one statement
 * that compares and sets (the revision of a session, the position of a link), which that level decides on what is
 * committed. SQLite gives more, since it has one writer at a time.
 */
public final class Database implements AutoCloseable {

    private final Dialect dialect;
    private final Jdbi writer;
    private final Jdbi reader;
    private final HikariDataSource writes;
    private final Transactions transactions;
    private final List<HikariDataSource> pools;
    private Consumer<JdbcUpdate> updateListener = jdbcUpdate -> {};

    /** Writes and reads through one pool. */
    public Database(Dialect dialect, HikariDataSource both) {
        this.dialect = dialect;
        this.writer = Jdbi.create(both);
        this.reader = writer;
        this.writes = both;
        this.transactions = Database::runAndCommit;
        this.pools = List.of(both);
    }

    /** Writes through one pool and reads through another. */
    public Database(Dialect dialect, HikariDataSource writes, HikariDataSource reads) {
        this.dialect = dialect;
        SqliteTransactions sqliteTransactions = new SqliteTransactions(writes);
        this.writer = Jdbi.create(writes).setTransactionHandler(sqliteTransactions);
        this.reader = Jdbi.create(reads);
        this.writes = writes;
        this.transactions = (connection, sqlWork) -> sqliteTransactions.run(connection, sqlWork::run);
        this.pools = List.of(writes, reads);
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Shows every statement from here on to somebody who looks on. */
    public void observe(SqlLogger statements, Consumer<JdbcUpdate> changes) {
        writer.setSqlLogger(statements);
        reader.setSqlLogger(statements);
        updateListener = changes;
    }

    /** Reads; sees what is committed, and so is durable. */
    public <T> T read(Function<Handle, T> work) {
        return DatabaseErrorTranslator.translate(() -> reader.withHandle(work::apply));
    }

    /** Writes one statement, which is a transaction by itself. */
    public <T> T writeStatement(HandleCallback<T, SQLException> statement) {
        return DatabaseErrorTranslator.translate(() -> writer.withHandle(statement));
    }

    /** Writes in one transaction; whatever is thrown takes all of it back. */
    public <T> T write(HandleCallback<T, SQLException> work) {
        return DatabaseErrorTranslator.translate(() -> writer.inTransaction(work));
    }

    /** Makes one change, which is a transaction by itself, and says whether it changed a row. */
    public boolean execute(JdbcUpdate jdbcUpdate) {
        updateListener.accept(jdbcUpdate);
        return DatabaseErrorTranslator.translate(() -> {
            try (Connection connection = writes.getConnection()) {
                return jdbcUpdate.execute(connection) == 1;
            }
        });
    }

    /** Makes the others, too, if the first changed a row, in one transaction; says whether it did. */
    public boolean executeAll(JdbcUpdate first, List<JdbcUpdate> others) {
        updateListener.accept(first);
        others.forEach(updateListener);
        return DatabaseErrorTranslator.translate(() -> {
            try (Connection connection = writes.getConnection()) {
                return transactions.run(connection, () -> executeOn(connection, first, others));
            }
        });
    }

    // What is not committed is rolled back when the pool takes the connection back.
    private static boolean runAndCommit(Connection connection, DatabaseErrorTranslator.SqlWork<Boolean> sqlWork)
            throws SQLException {
        connection.setAutoCommit(false);
        boolean result = sqlWork.run();
        connection.commit();
        return result;
    }

    private static boolean executeOn(Connection connection, JdbcUpdate first, List<JdbcUpdate> others)
            throws SQLException {
        boolean made = first.execute(connection) == 1;
        for (JdbcUpdate other : made ? others : List.<JdbcUpdate>of()) {
            other.execute(connection);
        }
        return made;
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
    }

    /** How something is done in one transaction in plain JDBC; whatever is thrown takes all of it back. */
    @FunctionalInterface
    private interface Transactions {
        boolean run(Connection connection, DatabaseErrorTranslator.SqlWork<Boolean> sqlWork) throws SQLException;
    }
}
