package dev.kycport.adapter.jdbc.internal.database.postgres;

import dev.kycport.ports.store.StoreUnavailableException;
import java.util.logging.Filter;
import java.util.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

/** What the operator gave as the URL. It may hold a password, and the driver quotes one that it does not understand. */
final class PostgresUrl {

    // Kept here, since whoever hands out loggers may forget one that nobody keeps, and its filter with it.
    private static final Logger DRIVER = Logger.getLogger("org.postgresql.Driver");

    private PostgresUrl() {}

    /** @throws StoreUnavailableException if it is none, in words that do not quote it */
    static synchronized void apply(String url, PGSimpleDataSource source) {
        Filter before = DRIVER.getFilter();
        DRIVER.setFilter(line -> false);
        try {
            source.setURL(url);
        } catch (IllegalArgumentException malformed) {
            throw new StoreUnavailableException(
                    "kyc.store.url is none that the driver of PostgreSQL understands: it must be"
                            + " jdbc:postgresql: and //HOST:PORT/DATABASE, and after a ? the driver's parameters");
        } finally {
            DRIVER.setFilter(before);
        }
    }
}
