package dev.kycport.adapter.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilderFactory;
import org.jdbi.v3.core.statement.StatementContext;
import org.sqlite.SQLiteConnection;

/**
 * Statements of SQLite that are parsed once for each connection. PostgreSQL's driver does this by itself; here it is a sixth of
 * what a small write costs.
 */
final class KeptStatements implements StatementBuilderFactory {

    // Of each connection: more than there are that do not grow with a list.
    private static final int MOST = 40;

    private final Map<SQLiteConnection, Map<String, PreparedStatement>> idle = new ConcurrentHashMap<>();

    @Override
    public StatementBuilder createStatementBuilder(Connection pooled) {
        try {
            SQLiteConnection connection = pooled.unwrap(SQLiteConnection.class);
            return new Kept(connection, idleOf(connection));
        } catch (SQLException closed) {
            return new DefaultStatementBuilder();
        }
    }

    // Only one thread has the connection at a time.
    private Map<String, PreparedStatement> idleOf(SQLiteConnection connection) {
        if (!idle.containsKey(connection)) {
            // Where a new connection comes, another may have broken.
            idle.keySet().removeIf(KeptStatements::isClosed);
        }
        return idle.computeIfAbsent(connection, key -> new HashMap<>());
    }

    private static boolean isClosed(SQLiteConnection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException broken) {
            return true;
        }
    }

    /** The statements of one connection; a statement that is in use is not among the idle, so nobody gets it twice. */
    private static final class Kept extends DefaultStatementBuilder {

        private final SQLiteConnection connection;
        private final Map<String, PreparedStatement> idle;

        Kept(SQLiteConnection connection, Map<String, PreparedStatement> idle) {
            this.connection = connection;
            this.idle = idle;
        }

        @Override
        public PreparedStatement create(Connection pooled, String sql, StatementContext context) throws SQLException {
            PreparedStatement kept = idle.remove(sql);
            return kept == null ? connection.prepareStatement(sql) : kept;
        }

        @Override
        public void close(Connection pooled, String sql, Statement statement) throws SQLException {
            if (statement instanceof PreparedStatement prepared && idle.size() < MOST && !idle.containsKey(sql)) {
                // What was bound may be a person's data: it does not stay.
                prepared.clearParameters();
                idle.put(sql, prepared);
            } else {
                statement.close();
            }
        }
    }
}
