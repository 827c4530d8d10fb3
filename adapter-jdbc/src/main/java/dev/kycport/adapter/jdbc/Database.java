package dev.kycport.adapter.jdbc;

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
final class Database implements AutoCloseable {

    private final Dialect dialect;
    private final Jdbi writer;
    private final Jdbi reader;
    private final HikariDataSource writes;
    private final Transactions transactions;
    private final List<HikariDataSource> pools;
    private Consumer<Change> onlooker = change -> {};

    /** Writes and reads through one pool. */
    Database(Dialect dialect, HikariDataSource both) {
        this.dialect = dialect;
        this.writer = Jdbi.create(both);
        this.reader = writer;
        this.writes = both;
        this.transactions = Database::committed;
        this.pools = List.of(both);
    }

    /** Writes through one pool and reads through another. */
    Database(Dialect dialect, HikariDataSource writes, HikariDataSource reads) {
        this.dialect = dialect;
        SqliteTransactions ownWords = new SqliteTransactions(writes);
        this.writer = Jdbi.create(writes).setTransactionHandler(ownWords);
        this.reader = Jdbi.create(reads);
        this.writes = writes;
        this.transactions = (connection, work) -> ownWords.around(connection, work::done);
        this.pools = List.of(writes, reads);
    }

    Dialect dialect() {
        return dialect;
    }

    /** Shows every statement from here on to somebody who looks on. */
    void watched(SqlLogger statements, Consumer<Change> changes) {
        writer.setSqlLogger(statements);
        reader.setSqlLogger(statements);
        onlooker = changes;
    }

    /** Reads; sees what is committed, and so is durable. */
    <T> T read(Function<Handle, T> work) {
        return Trouble.telling(() -> reader.withHandle(work::apply));
    }

    /** Writes one statement, which is a transaction by itself. */
    <T> T writeOne(HandleCallback<T, SQLException> statement) {
        return Trouble.telling(() -> writer.withHandle(statement));
    }

    /** Writes in one transaction; whatever is thrown takes all of it back. */
    <T> T write(HandleCallback<T, SQLException> work) {
        return Trouble.telling(() -> writer.inTransaction(work));
    }

    /** Makes one change, which is a transaction by itself, and says whether it changed a row. */
    boolean make(Change change) {
        onlooker.accept(change);
        return Trouble.telling(() -> {
            try (Connection connection = writes.getConnection()) {
                return change.on(connection) == 1;
            }
        });
    }

    /** Makes the others, too, if the first changed a row, in one transaction; says whether it did. */
    boolean makeTogether(Change first, List<Change> others) {
        onlooker.accept(first);
        others.forEach(onlooker);
        return Trouble.telling(() -> {
            try (Connection connection = writes.getConnection()) {
                return transactions.around(connection, () -> made(connection, first, others));
            }
        });
    }

    // What is not committed is rolled back when the pool takes the connection back.
    private static boolean committed(Connection connection, Trouble.Work<Boolean> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean result = work.done();
        connection.commit();
        return result;
    }

    private static boolean made(Connection connection, Change first, List<Change> others) throws SQLException {
        boolean made = first.on(connection) == 1;
        for (Change other : made ? others : List.<Change>of()) {
            other.on(connection);
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
        boolean around(Connection connection, Trouble.Work<Boolean> work) throws SQLException;
    }
}
