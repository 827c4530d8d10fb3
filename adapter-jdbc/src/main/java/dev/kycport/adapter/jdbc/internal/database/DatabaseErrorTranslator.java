package dev.kycport.adapter.jdbc.internal.database;

import dev.kycport.ports.store.StoreUnavailableException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.JdbiException;

/** The one place where an exception of a database or its libraries becomes a sentence for the operator. */
public final class DatabaseErrorTranslator {

    private static final String SQLITE_EXCEPTION = "org.sqlite.SQLiteException";

    private DatabaseErrorTranslator() {}

    /** Runs the work and translates the exceptions of the database; other exceptions pass unchanged. */
    public static <T> T translate(SqlWork<T> work) {
        try {
            return work.run();
        } catch (SQLException | JdbiException | FlywayException failed) {
            throw new StoreUnavailableException(describe(failed));
        }
    }

    // The driver's message and cause are dropped: they may quote a row, or a URL with its password.
    private static String describe(Throwable failed) {
        return innermost(failed)
                .map(DatabaseErrorTranslator::describe)
                .orElse("the database failed without an error code");
    }

    // By name: without SQLite's driver there is no such class.
    private static String describe(SQLException error) {
        return error.getClass().getName().equals(SQLITE_EXCEPTION)
                ? SqliteErrorMessages.describe(error)
                : PostgresErrorMessages.describe(error);
    }

    // The pool and the library wrap the exception of the driver.
    private static Optional<SQLException> innermost(Throwable failed) {
        return Stream.iterate(failed, error -> error != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce((outer, inner) -> inner);
    }

    /** Work with a database. */
    @FunctionalInterface
    public interface SqlWork<T> {
        T run() throws SQLException;
    }
}
