package dev.kycport.adapter.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
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
    private final List<HikariDataSource> pools;

    /** Writes and reads through one pool. */
    Database(Dialect dialect, HikariDataSource both) {
        this.dialect = dialect;
        this.writer = Jdbi.create(both);
        this.reader = writer;
        this.pools = List.of(both);
    }

    /** Writes through one pool and reads through another. */
    Database(Dialect dialect, HikariDataSource writes, HikariDataSource reads) {
        this.dialect = dialect;
        KeptStatements kept = new KeptStatements();
        this.writer =
                Jdbi.create(writes).setStatementBuilderFactory(kept).setTransactionHandler(new SqliteTransactions());
        this.reader = Jdbi.create(reads).setStatementBuilderFactory(kept);
        this.pools = List.of(writes, reads);
    }

    Dialect dialect() {
        return dialect;
    }

    /** Shows every statement from here on to somebody who looks on. */
    void watched(SqlLogger onlooker) {
        writer.setSqlLogger(onlooker);
        reader.setSqlLogger(onlooker);
    }

    /** Reads; sees what is committed, and so is durable. */
    <T> T read(Function<Handle, T> work) {
        return Trouble.telling(() -> reader.withHandle(work::apply));
    }

    /** Writes one statement, which is a transaction by itself. */
    <T> T writeOne(Function<Handle, T> statement) {
        return Trouble.telling(() -> writer.withHandle(statement::apply));
    }

    /** Writes in one transaction; whatever is thrown takes all of it back. */
    <T> T write(Function<Handle, T> work) {
        return Trouble.telling(() -> writer.inTransaction(work::apply));
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
    }
}
