package dev.kycport.adapter.jdbc.internal.database.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A connection to SQLite that parses each statement once. PostgreSQL's driver does this by itself; here it is a sixth of what a
 * small write costs. Like the driver's own, it is for one thread at a time.
 */
final class StatementCachingConnection extends JDBC4Connection {

    // More than there are that do not grow with a list.
    private static final int MAX_CACHED_STATEMENTS = 40;

    private final Map<String, PreparedStatement> idleStatements = new HashMap<>();

    StatementCachingConnection(String url, String file, Properties properties) throws SQLException {
        super(url, file, properties);
    }

    /** A statement that is in use is not among the idle, so nobody gets it twice. */
    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        PreparedStatement cached = idleStatements.remove(sql);
        return cached == null ? new CachedStatement(this, sql) : cached;
    }

    /** Whether a statement that is closed is kept for the next who asks. */
    boolean returnToCache(String sql, PreparedStatement closed) {
        return idleStatements.size() < MAX_CACHED_STATEMENTS && idleStatements.putIfAbsent(sql, closed) == null;
    }
}
