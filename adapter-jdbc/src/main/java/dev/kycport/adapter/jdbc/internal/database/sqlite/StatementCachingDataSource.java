package dev.kycport.adapter.jdbc.internal.database.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** Opens connections that cache their statements. */
final class StatementCachingDataSource extends SQLiteDataSource {

    private final String file;

    StatementCachingDataSource(Path file, SQLiteConfig config) {
        super(config);
        this.file = file.toString();
        setUrl(SqliteDatabase.SCHEME + file);
    }

    /** Ignores user and password: a file has neither. */
    @Override
    public SQLiteConnection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        return new StatementCachingConnection(getUrl(), file, getConfig().toProperties());
    }
}
