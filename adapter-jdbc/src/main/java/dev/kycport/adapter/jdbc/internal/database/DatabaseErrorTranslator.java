package dev.kycport.adapter.jdbc.internal.database;

import dev.kycport.ports.store.StoreUnavailableException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteException;

/** The one place where what a database or its libraries throw becomes a sentence for the operator. */
public final class DatabaseErrorTranslator {

    private DatabaseErrorTranslator() {}

    /** Does the work, and tells what is wrong with the database if it fails at that; other exceptions pass as they are. */
    public static <T> T translate(SqlWork<T> sqlWork) {
        try {
            return sqlWork.run();
        } catch (SQLException | JdbiException | FlywayException failed) {
            throw new StoreUnavailableException(describe(failed));
        }
    }

    // Never the driver's own words, and no cause that has them: they may hold a row, and a URL its password.
    private static String describe(Throwable failed) {
        return innermost(failed)
                .map(error -> error instanceof SQLiteException sqlite
                        ? SqliteErrorMessages.describe(sqlite)
                        : PostgresErrorMessages.describe(error))
                .orElse("the database failed in a way that it did not name");
    }

    /** The pool and the library wrap what the driver threw: the last one knows best. */
    private static Optional<SQLException> innermost(Throwable failed) {
        return Stream.iterate(failed, error -> error != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce((outer, inner) -> inner);
    }

    /** What is done with a database. */
    @FunctionalInterface
    public interface SqlWork<T> {
        T run() throws SQLException;
    }
}
