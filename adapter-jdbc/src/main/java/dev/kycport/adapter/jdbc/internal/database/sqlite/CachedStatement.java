package dev.kycport.adapter.jdbc.internal.database.sqlite;

import java.sql.SQLException;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/** A statement that goes back to its connection where others are closed. */
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
        // The driver gives up a statement that failed in some ways, and all of a connection that is closed.
        if (pointer.isClosed() || !isCached()) {
            super.close();
        }
    }

    private boolean isCached() throws SQLException {
        rs.close();
        // What was bound may be a person's data: it does not stay.
        clearParameters();
        return owner.returnToCache(cacheKey, this);
    }
}
