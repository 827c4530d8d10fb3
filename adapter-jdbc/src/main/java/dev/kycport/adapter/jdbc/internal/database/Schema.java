package dev.kycport.adapter.jdbc.internal.database;

import dev.kycport.ports.store.StoreUnavailableException;
import java.util.Arrays;
import java.util.Optional;
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
                .locations("classpath:dev/kycport/adapter/jdbc/schema")
                .table(HISTORY_TABLE)
                .placeholders(dialect.placeholders())
                // The database may hold other tables that Flyway does not know.
                .baselineOnMigrate(true)
                .baselineVersion("0");
        name.ifPresent(schema -> configuration.schemas(schema).defaultSchema(schema));
        this.flyway = configuration.load();
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
