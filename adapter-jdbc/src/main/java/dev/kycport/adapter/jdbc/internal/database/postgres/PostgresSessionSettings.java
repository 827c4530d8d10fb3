package dev.kycport.adapter.jdbc.internal.database.postgres;

import java.time.Duration;

/** What every connection to a server begins with, whatever the server is set to. */
final class PostgresSessionSettings {

    private static final Duration IDLE_IN_TRANSACTION_TIMEOUT = Duration.ofMinutes(1);

    private PostgresSessionSettings() {}

    /**
     * One query that sets all of it.
     *
     * @param timeout how long the application waits for anything
     */
    static String initSql(Duration timeout) {
        return "SELECT "
                // A server may be set to acknowledge what is not on its disk yet; a stronger setting of its own stays.
                + "CASE current_setting('synchronous_commit') WHEN 'off' THEN " + set("synchronous_commit", "on")
                + " END, "
                // A node that vanishes within a transaction must not keep its locks; a purge may be at its archive so
                // long.
                + set("idle_in_transaction_session_timeout", IDLE_IN_TRANSACTION_TIMEOUT.toMillis()) + ", "
                + set("tcp_keepalives_idle", 30) + ", "
                + set("tcp_keepalives_interval", 10) + ", "
                + set("tcp_keepalives_count", 3) + ", "
                // The server gives up before the application does, which would cost the connection.
                + set("lock_timeout", timeout.toMillis() * 4 / 5);
    }

    private static String set(String name, Object value) {
        return "set_config('" + name + "', '" + value + "', false)";
    }
}
