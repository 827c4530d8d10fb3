package dev.kycport.adapter.jdbc.internal.database.postgres;

import dev.kycport.ports.store.StoreUnavailableException;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Filter;
import java.util.logging.Logger;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/** The configured URL. It may hold a password, and the driver logs a URL that it cannot parse. */
final class PostgresUrl {

    // A strong reference: the log manager drops loggers that are not referenced, and their filters with them.
    private static final Logger DRIVER_LOG = Logger.getLogger("org.postgresql.Driver");

    private PostgresUrl() {}

    /** The parameters of a URL that the driver can parse. */
    static Properties parameters(String url) {
        return Optional.ofNullable(Driver.parseURL(url, null)).orElseGet(Properties::new);
    }

    static String withoutParameters(String url) {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }

    /**
     * Applies the URL to the source.
     *
     * @return the parameters of the URL
     * @throws StoreUnavailableException if the driver cannot parse the URL; the message does not quote it
     */
    static synchronized Properties apply(String url, PGSimpleDataSource source) {
        Filter before = DRIVER_LOG.getFilter();
        DRIVER_LOG.setFilter(line -> false);
        try {
            source.setURL(url);
            return parameters(url);
        } catch (IllegalArgumentException malformed) {
            throw new StoreUnavailableException(
                    "the PostgreSQL driver cannot parse kyc.store.url: it must be jdbc:postgresql: and"
                            + " //HOST:PORT/DATABASE, and after a ? the driver's parameters");
        } finally {
            DRIVER_LOG.setFilter(before);
        }
    }
}
