package dev.kycport.adapter.jdbc.internal.database.postgres;

import java.time.Duration;

/** The settings of each connection, independent of the settings of the server. */
final class PostgresSessionSettings {

    private static final Duration IDLE_IN_TRANSACTION_TIMEOUT = Duration.ofMinutes(1);

    private PostgresSessionSettings() {}

    /**
     * The query that applies them.
     *
     * @param timeout how long the application waits for the database
     */
    static String initSql(Duration timeout) {
        return "SELECT "
                // A server may be set to acknowledge writes before they are on its disk. A stronger setting stays.
                + "CASE current_setting('synchronous_commit') WHEN 'off' THEN " + set("synchronous_commit", "on")
                + " END, "
                // A node that dies within a transaction must not keep its locks.
                + set("idle_in_transaction_session_timeout", IDLE_IN_TRANSACTION_TIMEOUT.toMillis()) + ", "
                + set("tcp_keepalives_idle", 30) + ", "
                + set("tcp_keepalives_interval", 10) + ", "
                + set("tcp_keepalives_count", 3) + ", "
                // The server gives up before the application does: a timeout of the application closes the connection.
                + set("lock_timeout", timeout.toMillis() * 4 / 5);
    }

    private static String set(String name, Object value) {
        return "set_config('" + name + "', '" + value + "', false)";
    }
}
