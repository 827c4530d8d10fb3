package dev.kycport.adapter.jdbc.internal.database.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** The pool. An open file can be deleted or replaced; what was written to it would be lost without any error. */
final class SqlitePool extends HikariDataSource {

    private final OpenedFile file;

    SqlitePool(HikariConfig config, OpenedFile file) {
        super(config);
        this.file = file;
    }

    @Override
    public Connection getConnection() throws SQLException {
        file.requireUnchanged();
        return super.getConnection();
    }
}
