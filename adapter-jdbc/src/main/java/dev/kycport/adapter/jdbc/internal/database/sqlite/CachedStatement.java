package dev.kycport.adapter.jdbc.internal.database.sqlite;

import java.sql.SQLException;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/** A statement that returns to the cache of its connection when it is closed. */
final class CachedStatement extends JDBC4PreparedStatement {

    private final StatementCachingConnection owner;
    private final String cacheKey;

    CachedStatement(StatementCachingConnection owner, String cacheKey) throws SQLException {
        super(owner, cacheKey);
        this.owner = owner;
        this.cacheKey = cacheKey;
    }

    @Override
    public void close() throws SQLException {
        // The driver finalizes some failed statements, and all statements of a closed connection.
        if (pointer.isClosed() || !returnToCache()) {
            super.close();
        }
    }

    private boolean returnToCache() throws SQLException {
        rs.close();
        // The bound values may be personal data.
        clearParameters();
        return owner.returnToCache(cacheKey, this);
    }
}
