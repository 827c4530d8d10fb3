package dev.kycport.adapter.jdbc.internal.database.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A connection to SQLite that parses each statement once, which saves a sixth of the time of a small write. PostgreSQL's driver
 * does this itself. Like the driver's connection, it serves one thread at a time.
 */
final class StatementCachingConnection extends JDBC4Connection {

    // More than there are statements of a fixed text; those with lists vary.
    private static final int MAX_CACHED_STATEMENTS = 40;

    private final Map<String, PreparedStatement> idleStatements = new HashMap<>();

    StatementCachingConnection(String url, String file, Properties properties) throws SQLException {
        super(url, file, properties);
    }

    /** A statement in use is not in the cache, so it is never handed out twice. */
    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        PreparedStatement cached = idleStatements.remove(sql);
        return cached == null ? new CachedStatement(this, sql) : cached;
    }

    /** Takes a closed statement back; returns whether there was room. */
    boolean returnToCache(String sql, PreparedStatement closed) {
        return idleStatements.size() < MAX_CACHED_STATEMENTS && idleStatements.putIfAbsent(sql, closed) == null;
    }
}
