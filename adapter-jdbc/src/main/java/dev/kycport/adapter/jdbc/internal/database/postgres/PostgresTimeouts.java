package dev.kycport.adapter.jdbc.internal.database.postgres;

import java.time.Duration;
import java.util.Properties;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How long a connection may take, in such a proportion that a host that is silent leaves time for the next one of the URL. What
 * the URL itself sets stays.
 *
 * @param hosts how many hosts the URL names
 * @param timeout {@code kyc.store.timeout}
 * @param url the parameters of the URL
 */
record PostgresTimeouts(int hosts, Duration timeout, Properties url) {

    /** Sets them on the source. */
    void applyTo(PGSimpleDataSource source) {
        if (!isGiven(PGProperty.CONNECT_TIMEOUT)) {
            source.setConnectTimeout(secondsForOneAttempt());
        }
        // Until the login is over; PostgresDataSource then sets what is left for statements.
        if (!isGiven(PGProperty.SOCKET_TIMEOUT)) {
            source.setSocketTimeout(secondsForOneAttempt());
        }
        if (!isGiven(PGProperty.SSL_RESPONSE_TIMEOUT)) {
            source.setSslResponseTimeout(secondsForOneAttempt() * 1000);
        }
        if (!isGiven(PGProperty.CANCEL_SIGNAL_TIMEOUT)) {
            source.setCancelSignalTimeout(seconds(timeout.dividedBy(5)));
        }
        if (!isGiven(PGProperty.LOGIN_TIMEOUT)) {
            source.setLoginTimeout(Math.max(
                    seconds(timeout), attempts() * Math.max(secondsForOneAttempt(), source.getConnectTimeout())));
        }
    }

    /** Whether the URL sets it. */
    boolean isGiven(PGProperty property) {
        return property.isPresent(url);
    }

    private int secondsForOneAttempt() {
        return seconds(timeout.dividedBy(attempts()));
    }

    // By default the driver tries a host that does not answer twice: with and without encryption.
    private int attempts() {
        return hosts == 1 ? 1 : 2 * hosts;
    }

    // The driver counts in seconds and takes 0 as no limit.
    private static int seconds(Duration duration) {
        return (int) Math.max(1, duration.toSeconds());
    }
}
