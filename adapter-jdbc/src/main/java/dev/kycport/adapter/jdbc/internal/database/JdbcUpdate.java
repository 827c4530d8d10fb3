package dev.kycport.adapter.jdbc.internal.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A writing statement in plain JDBC, for what each step runs. Jdbi's work for a statement (names, settings, listeners) took a
 * third of the time of a small write to SQLite. The other statements go through Jdbi.
 *
 * @param parameters binds the values in the order of the question marks
 */
public record JdbcUpdate(String sql, StatementBinder.Parameters parameters) {

    /** Returns the number of changed rows. */
    public int execute(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.bindTo(new StatementBinder(statement));
            return statement.executeUpdate();
        }
    }

    @Override
    public String toString() {
        return "JdbcUpdate[" + sql + "]";
    }
}
