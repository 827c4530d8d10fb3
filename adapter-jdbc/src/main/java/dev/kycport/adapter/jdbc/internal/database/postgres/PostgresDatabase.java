package dev.kycport.adapter.jdbc.internal.database.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.kycport.adapter.jdbc.internal.database.ConnectionPools;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.DatabaseSettings;
import dev.kycport.adapter.jdbc.internal.database.Dialect;
import dev.kycport.adapter.jdbc.internal.database.Schema;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Opens a database on a PostgreSQL server, shared by any number of nodes. */
public final class PostgresDatabase {

    public static final String SCHEME = "jdbc:postgresql:";

    private PostgresDatabase() {}

    public static Database open(String url, DatabaseSettings settings) {
        Duration timeout = settings.timeout();
        PostgresDataSource user = new PostgresDataSource(url, settings.user(), settings.schema(), timeout, timeout);
        PostgresServerCheck.check(user);
        // Building an index over millions of rows takes minutes.
        PostgresDataSource owner = new PostgresDataSource(
                url, settings.owner().orElseGet(settings::user), settings.schema(), timeout, Duration.ZERO);
        Schema schema = new Schema(Dialect.POSTGRES, owner, Optional.of(settings.schema()));
        if (!schema.isCurrent()) {
            schema.migrate();
        }
        boolean hasOwner = settings.owner().isPresent() && !owner.getUser().equals(user.getUser());
        if (hasOwner) {
            grantPrivileges(owner, Optional.ofNullable(user.getUser()));
        }
        LedgerPrivilegeCheck.check(user, hasOwner);
        return new Database(Dialect.POSTGRES, pool(user, settings.poolSize(), timeout));
    }

    private static HikariDataSource pool(PostgresDataSource user, int maxSize, Duration timeout) {
        CommitSupervisor supervisor = new CommitSupervisor(PostgresSessionSettings.serverLimit(timeout));
        user.superviseBy(supervisor);
        HikariConfig config =
                ConnectionPools.config("kyc", user, maxSize, timeout, PostgresSessionSettings.initSql(timeout));
        // A stricter level would fail steps that only need to wait.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new PostgresPool(config, supervisor);
    }

    private static void grantPrivileges(PostgresDataSource owner, Optional<String> user) {
        user.ifPresent(name -> TableGrants.grant(Jdbi.create(owner), name));
    }
}
