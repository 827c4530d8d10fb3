package dev.kycport.adapter.jdbc.internal.database.postgres;

import dev.kycport.ports.store.StoreUnavailableException;
import java.util.logging.Filter;
import java.util.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

/** The configured URL. It may hold a password, and the driver logs a URL that it cannot parse. */
final class PostgresUrl {

    // A strong reference: the log manager drops loggers that are not referenced, and their filters with them.
    private static final Logger DRIVER = Logger.getLogger("org.postgresql.Driver");

    private PostgresUrl() {}

    /** @throws StoreUnavailableException if the driver cannot parse the URL; the message does not quote it */
    static synchronized void apply(String url, PGSimpleDataSource source) {
        Filter before = DRIVER.getFilter();
        DRIVER.setFilter(line -> false);
        try {
            source.setURL(url);
        } catch (IllegalArgumentException malformed) {
            throw new StoreUnavailableException(
                    "the PostgreSQL driver cannot parse kyc.store.url: it must be jdbc:postgresql: and"
                            + " //HOST:PORT/DATABASE, and after a ? the driver's parameters");
        } finally {
            DRIVER.setFilter(before);
        }
    }
}
