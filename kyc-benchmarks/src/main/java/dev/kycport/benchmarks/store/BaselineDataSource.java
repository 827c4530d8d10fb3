package dev.kycport.benchmarks.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A connection pool with the settings of the stores: SQLite flushes each commit and has one writer. */
final class BaselineDataSource {

    private BaselineDataSource() {}

    static HikariDataSource create(String jdbc) {
        boolean sqlite = jdbc.startsWith("jdbc:sqlite:");
        HikariConfig config = new HikariConfig();
        config.setDataSource(sqlite ? sqlite(jdbc) : postgres(jdbc));
        config.setMaximumPoolSize(sqlite ? 1 : 10);
        config.setConnectionTimeout(60_000);
        return new HikariDataSource(config);
    }

    private static DataSource sqlite(String jdbc) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        config.setBusyTimeout(5000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(jdbc);
        return source;
    }

    private static DataSource postgres(String jdbc) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(jdbc);
        source.setCurrentSchema("kyc");
        return source;
    }
}
