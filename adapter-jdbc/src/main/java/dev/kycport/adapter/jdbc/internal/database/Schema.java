package dev.kycport.adapter.jdbc.internal.database;

import dev.kycport.ports.store.StoreUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The tables, and their migration to the version that this program needs. */
public final class Schema {

    /** A name of its own, because the host may use Flyway for tables in the same schema. */
    public static final String HISTORY_TABLE = "kyc_schema_history";

    private static final String FOLDER = "dev/kycport/adapter/jdbc/schema/";

    private static final List<String> SCRIPTS = List.of(
            "V1__sessions_consents_audit.sql",
            "V2__pending_codes_holds_purges.sql",
            "V3__purges_beside_sessions.sql",
            "V4__live_sessions_by_subject.sql",
            "V5__records.sql");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

    /** Every column that the statements need, as {@code table.column}. */
    public static final Set<String> COLUMNS = Set.of(
            "kyc_session.id",
            "kyc_session.subject",
            "kyc_session.consent",
            "kyc_session.provider",
            "kyc_session.state",
            "kyc_session.revision",
            "kyc_session.opened_at",
            "kyc_session.due_at",
            "kyc_session.withdrawn_at",
            "kyc_session.snapshot",
            "kyc_session.identity",
            "kyc_audit.seq",
            "kyc_audit.session",
            "kyc_audit.at",
            "kyc_audit.kind",
            "kyc_audit.entry",
            "kyc_consent_event.consent",
            "kyc_consent_event.position",
            "kyc_consent_event.subject",
            "kyc_consent_event.at",
            "kyc_consent_event.kind",
            "kyc_consent_event.event",
            "kyc_consent_event.hash",
            "kyc_pending_code.hash",
            "kyc_pending_code.session",
            "kyc_pending_code.free_at",
            "kyc_record.kind",
            "kyc_record.id",
            "kyc_record.value",
            "kyc_record.expires_at",
            "kyc_hold.subject",
            "kyc_hold.reason",
            "kyc_hold.since",
            "kyc_purge.seq",
            "kyc_purge.purge",
            "kyc_purge.at",
            "kyc_purge.before_at",
            "kyc_purge.sessions",
            "kyc_purge.entries",
            "kyc_purge.held",
            "kyc_purge.identities",
            "kyc_purge.files",
            "kyc_purge.files_held");

    private final Flyway flyway;

    /**
     * The tables in that database.
     *
     * @param user may read the tables, and alter them if a migration is due
     * @param name the schema of the tables and of their history, which is created if it is missing; empty where a database has none
     */
    public Schema(Dialect dialect, DataSource user, Optional<String> name) {
        FluentConfiguration configuration = Flyway.configure(Schema.class.getClassLoader())
                .loggers("slf4j")
                .dataSource(user)
                .locations("classpath:" + FOLDER)
                .table(HISTORY_TABLE)
                .placeholders(dialect.placeholders())
                // The database may hold other tables that Flyway does not know.
                .baselineOnMigrate(true)
                .baselineVersion("0");
        name.ifPresent(schema -> configuration.schemas(schema).defaultSchema(schema));
        this.flyway = configuration.load();
    }

    /** All migrations as one script for PostgreSQL, for a schema of that name that does not exist yet. */
    public static String postgresScript(String name) {
        StringBuilder script = new StringBuilder("CREATE SCHEMA ")
                .append(name)
                .append(";\nSET search_path TO ")
                .append(name)
                .append(";\n");
        SCRIPTS.forEach(file -> script.append("\n-- ")
                .append(file)
                .append('\n')
                .append(PLACEHOLDER
                        .matcher(read(file))
                        .replaceAll(found -> Matcher.quoteReplacement(
                                Dialect.POSTGRES.placeholders().getOrDefault(found.group(1), found.group())))));
        return script.append("\nRESET search_path;\n").toString();
    }

    private static String read(String file) {
        try (InputStream script = Schema.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
            return new String(
                    Objects.requireNonNull(script, "every script is in the jar").readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Whether no migration is due.
     *
     * @throws StoreUnavailableException if a newer version of the program has migrated the tables
     */
    public boolean isCurrent() {
        return DatabaseErrorTranslator.translate(() -> {
            MigrationInfoService info = flyway.info();
            rejectNewerVersion(info);
            return info.pending().length == 0;
        });
    }

    /** Migrates the tables. If several nodes start at once, one migrates and the others wait. */
    public boolean migrate() {
        return DatabaseErrorTranslator.translate(flyway::migrate).success;
    }

    private static void rejectNewerVersion(MigrationInfoService info) {
        boolean newer = Arrays.stream(info.applied())
                .map(MigrationInfo::getState)
                .anyMatch(state -> state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED);
        if (newer) {
            throw new StoreUnavailableException("the database has schema version "
                    + info.current().getVersion() + ", which a newer KycPort than this one made; run that version or a"
                    + " newer one, or restore a backup from before");
        }
    }
}
