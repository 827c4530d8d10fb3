package dev.kycport.adapter.jdbc;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** Where connections to a file come from that keep their statements. */
final class KeepingSource extends SQLiteDataSource {

    private final String file;

    KeepingSource(Path file, SQLiteConfig config) {
        super(config);
        this.file = file.toString();
        setUrl(Sqlite.SCHEME + file);
    }

    /** Without regard to name and password: a file has neither. */
    @Override
    public SQLiteConnection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        return new KeepingConnection(getUrl(), file, getConfig().toProperties());
    }
}
