package dev.kycport.adapter.jdbc.internal.database.postgres;

import java.time.Duration;

/** The settings of each connection, independent of the settings of the server. */
final class PostgresSessionSettings {

    private static final Duration IDLE_IN_TRANSACTION_TIMEOUT = Duration.ofMinutes(1);

    /** A condition: whether a commit is acknowledged before the primary and the standby have it on their disks. */
    static final String SYNCHRONOUS_COMMIT_IS_WEAK =
            "current_setting('synchronous_commit') NOT IN ('on', 'remote_apply')";

    private PostgresSessionSettings() {}

    /**
     * The query that applies them.
     *
     * @param timeout how long the application waits for the database
     */
    static String initSql(Duration timeout) {
        return "SELECT "
                // A server, database or role may be set to acknowledge writes before they are on the disks of the
                // primary
                // and of the standby. A stronger setting stays.
                + "CASE WHEN " + SYNCHRONOUS_COMMIT_IS_WEAK + " THEN " + set("synchronous_commit", "on") + " END, "
                // A node that dies within a transaction must not keep its locks.
                + set("idle_in_transaction_session_timeout", IDLE_IN_TRANSACTION_TIMEOUT.toMillis()) + ", "
                + set("tcp_keepalives_idle", 30) + ", "
                + set("tcp_keepalives_interval", 10) + ", "
                + set("tcp_keepalives_count", 3) + ", "
                + set("lock_timeout", serverLimit(timeout).toMillis()) + ", "
                + set("statement_timeout", serverLimit(timeout).toMillis());
    }

    /**
     * How long the server may work on a statement. It gives up before the application does: if the application hangs up, the
     * server works on for nobody.
     */
    static Duration serverLimit(Duration timeout) {
        return timeout.multipliedBy(4).dividedBy(5);
    }

    private static String set(String name, Object value) {
        return "set_config('" + name + "', '" + value + "', false)";
    }
}
