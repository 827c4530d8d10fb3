package dev.kycport.adapter.jdbc.internal.database;

import dev.kycport.ports.store.StoreUnavailableException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** The tables, and how they come to be what this version of the program needs. */
public final class Schema {

    /** Beside the tables of a host that uses Flyway for its own. */
    public static final String HISTORY_TABLE = "kyc_schema_history";

    private final Flyway flyway;

    /**
     * The tables in that database.
     *
     * @param user may read them, and change them if they are to be migrated
     */
    public Schema(Dialect dialect, DataSource user) {
        this.flyway = Flyway.configure(Schema.class.getClassLoader())
                .loggers("slf4j")
                .dataSource(user)
                .locations("classpath:dev/kycport/adapter/jdbc/schema")
                .table(HISTORY_TABLE)
                .placeholders(dialect.placeholders())
                // The tables may stand beside others that Flyway knows nothing of.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }

    /**
     * Whether there is nothing to migrate.
     *
     * @throws StoreUnavailableException if a newer version of the program has been here
     */
    public boolean isCurrent() {
        return DatabaseErrorTranslator.translate(() -> {
            MigrationInfoService info = flyway.info();
            rejectNewerVersion(info);
            return info.pending().length == 0;
        });
    }

    /** Brings the tables up to date; of several nodes at once one does so, and the others wait for it. */
    public void migrate() {
        DatabaseErrorTranslator.translate(flyway::migrate);
    }

    private static void rejectNewerVersion(MigrationInfoService info) {
        boolean newer = Arrays.stream(info.applied())
                .map(MigrationInfo::getState)
                .anyMatch(state -> state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED);
        if (newer) {
            throw new StoreUnavailableException("the database is of schema version "
                    + info.current().getVersion() + ", which a newer KycPort than this one made; run that version or a"
                    + " newer one, or restore a backup from before");
        }
    }
}
