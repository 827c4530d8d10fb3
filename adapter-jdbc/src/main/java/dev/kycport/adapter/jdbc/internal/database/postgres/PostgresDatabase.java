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
import org.postgresql.ds.PGSimpleDataSource;

/** Opens a database on a PostgreSQL server, shared by any number of nodes. */
public final class PostgresDatabase {

    public static final String SCHEME = "jdbc:postgresql:";

    private PostgresDatabase() {}

    public static Database open(String url, DatabaseSettings settings) {
        Duration timeout = settings.timeout();
        PGSimpleDataSource user = dataSource(url, settings.user(), timeout);
        PostgresServerCheck.check(user);
        PGSimpleDataSource owner = dataSource(url, settings.owner().orElseGet(settings::user), timeout);
        // Building an index over millions of rows takes minutes.
        owner.setSocketTimeout(0);
        Schema schema = new Schema(Dialect.POSTGRES, owner);
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

    private static HikariDataSource pool(PGSimpleDataSource user, int maxSize, Duration timeout) {
        HikariConfig config =
                ConnectionPools.config("kyc", user, maxSize, timeout, PostgresSessionSettings.initSql(timeout));
        // A stricter level would fail steps that only need to wait.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }

    private static void grantPrivileges(PGSimpleDataSource owner, Optional<String> user) {
        user.ifPresent(name -> TableGrants.grant(Jdbi.create(owner), name));
    }

    private static PGSimpleDataSource dataSource(String url, DatabaseSettings.Account account, Duration timeout) {
        int seconds = (int) Math.max(1, timeout.toSeconds());
        PGSimpleDataSource source = new PGSimpleDataSource();
        PostgresUrl.apply(url, source);
        account.user().ifPresent(source::setUser);
        account.password().ifPresent(password -> source.setPassword(password.reveal()));
        source.setApplicationName("kycport");
        source.setReWriteBatchedInserts(true);
        // No thread waits longer, even if the server or the network dies.
        source.setConnectTimeout(seconds);
        source.setLoginTimeout(seconds);
        source.setSocketTimeout(seconds);
        source.setTcpKeepAlive(true);
        return source;
    }
}
