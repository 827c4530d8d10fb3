package dev.kycport.adapter.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A statement that every step makes, in plain JDBC. What Jdbi does for a statement (names are looked up, settings copied, listeners
 * asked) was a third of what a small write to SQLite took; where nobody waits, it does the rest.
 *
 * @param values in the order of the statement's question marks
 */
record Change(String sql, Values.Source values) {

    /** How many rows it changed. */
    int on(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            values.into(new Values(statement));
            return statement.executeUpdate();
        }
    }

    @Override
    public String toString() {
        return "Change[" + sql + "]";
    }
}
