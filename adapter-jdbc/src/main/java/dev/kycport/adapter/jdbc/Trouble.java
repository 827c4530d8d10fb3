package dev.kycport.adapter.jdbc;

import dev.kycport.ports.StoreUnavailableException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteException;

/** The one place where what a database or its libraries throw becomes a sentence for the operator. */
final class Trouble {

    private Trouble() {}

    /** Does the work, and tells what is wrong with the database if it fails at that; other exceptions pass as they are. */
    static <T> T telling(Work<T> work) {
        try {
            return work.done();
        } catch (SQLException | JdbiException | FlywayException failed) {
            throw new StoreUnavailableException(sentence(failed));
        }
    }

    // Never the driver's own words, and no cause that has them: they may hold a row, and a URL its password.
    private static String sentence(Throwable failed) {
        return innermost(failed)
                .map(error -> error instanceof SQLiteException sqlite
                        ? SqliteTrouble.sentence(sqlite)
                        : PostgresTrouble.sentence(error))
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
    interface Work<T> {
        T done() throws SQLException;
    }
}
