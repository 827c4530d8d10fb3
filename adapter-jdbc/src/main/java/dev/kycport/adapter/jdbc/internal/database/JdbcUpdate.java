package dev.kycport.adapter.jdbc.internal.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A writing statement in plain JDBC, for what each step runs. Jdbi's work for a statement (names, settings, listeners) took a
 * third of the time of a small write to SQLite. The other statements go through Jdbi.
 *
 * @param parameters binds the values in the order of the question marks
 * @param required whether its transaction stores nothing if this changes no row
 */
public record JdbcUpdate(String sql, StatementBinder.Parameters parameters, boolean required) {

    /** A statement that decides: it compares and sets. */
    public static JdbcUpdate required(String sql, StatementBinder.Parameters parameters) {
        return new JdbcUpdate(sql, parameters, true);
    }

    /** A statement that may change any number of rows. */
    public static JdbcUpdate of(String sql, StatementBinder.Parameters parameters) {
        return new JdbcUpdate(sql, parameters, false);
    }

    /** Runs the statements one by one, up to the first that is required and changes no row; returns that one. */
    static Optional<JdbcUpdate> executeInTurn(Connection connection, List<JdbcUpdate> updates) throws SQLException {
        for (JdbcUpdate update : updates) {
            if (update.execute(connection) == 0 && update.required()) {
                return Optional.of(update);
            }
        }
        return Optional.empty();
    }

    /** Sends all statements in one round trip; returns the first that is required and changed no row. */
    static Optional<JdbcUpdate> executeTogether(Connection connection, List<JdbcUpdate> updates) throws SQLException {
        String all = updates.stream().map(JdbcUpdate::sql).collect(Collectors.joining(";\n"));
        try (PreparedStatement statement = connection.prepareStatement(all)) {
            StatementBinder binder = new StatementBinder(statement);
            for (JdbcUpdate update : updates) {
                update.parameters().bindTo(binder);
            }
            statement.execute();
            Optional<JdbcUpdate> unchanged = Optional.empty();
            for (JdbcUpdate update : updates) {
                if (update.required() && statement.getUpdateCount() == 0 && unchanged.isEmpty()) {
                    unchanged = Optional.of(update);
                }
                statement.getMoreResults();
            }
            return unchanged;
        }
    }

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
