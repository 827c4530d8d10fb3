package dev.kycport.adapter.jdbc.internal.database.postgres;

import dev.kycport.adapter.jdbc.internal.database.DatabaseErrorTranslator;
import dev.kycport.ports.store.StoreUnavailableException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks at start-up what the stores need of a server.
 *
 * @param version as {@code server_version_num} has it
 * @param durable whether a committed write survives a power cut
 * @param commit the value of {@code synchronous_commit} for this user, if it is too weak
 */
record PostgresServerCheck(int version, String encoding, boolean durable, Optional<String> commit) {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServerCheck.class);
    private static final int MIN_VERSION = 150_000;

    private static final String SELECT = "SELECT current_setting('server_version_num')::int AS version,"
            + " current_setting('server_encoding') AS encoding,"
            + " current_setting('fsync') = 'on' AND current_setting('full_page_writes') = 'on' AS durable,"
            + " CASE WHEN " + PostgresSessionSettings.SYNCHRONOUS_COMMIT_IS_WEAK
            + " THEN current_setting('synchronous_commit') END AS commit";

    /**
     * Checks the server.
     *
     * @throws StoreUnavailableException if the stores cannot use it
     */
    static void check(DataSource user) {
        PostgresServerCheck server = DatabaseErrorTranslator.translate(() -> Jdbi.create(user)
                .withHandle(handle -> handle.createQuery(SELECT)
                        .map((row, context) -> new PostgresServerCheck(
                                row.getInt("version"),
                                row.getString("encoding"),
                                row.getBoolean("durable"),
                                Optional.ofNullable(row.getString("commit"))))
                        .one()));
        if (server.version() < MIN_VERSION) {
            throw new StoreUnavailableException("the server is older than PostgreSQL 15");
        }
        if (!server.encoding().equals("UTF8")) {
            throw new StoreUnavailableException("the database is not in UTF8: create one with ENCODING 'UTF8'");
        }
        if (!server.durable()) {
            LOG.warn("PostgreSQL runs with fsync or full_page_writes off: a power cut loses consents and sessions");
        }
        server.commit()
                .ifPresent(weak -> LOG.warn(
                        "PostgreSQL has synchronous_commit = {} for kyc.store.user, with which a failover loses consents and"
                                + " sessions: KycPort sets it to on for its connections; set it so for the role, too",
                        weak));
    }
}
