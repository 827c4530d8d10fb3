package dev.kycport.adapter.jdbc.internal.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A statement that every step makes, in plain JDBC. What Jdbi does for a statement (names are looked up, settings copied, listeners
 * asked) was a third of what a small write to SQLite took; where nobody waits, it does the rest.
 *
 * @param parameters in the order of the statement's question marks
 */
public record JdbcUpdate(String sql, StatementBinder.Parameters parameters) {

    /** How many rows it changed. */
    public int execute(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.bindTo(new StatementBinder(statement));
            return statement.executeUpdate();
        }
    }

    @Override
    public String toString() {
        return "Change[" + sql + "]";
    }
}
