package dev.kycport.adapter.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/** A database on a server, shared by any number of nodes. */
final class Postgres {

    static final String SCHEME = "jdbc:postgresql:";

    private Postgres() {}

    static Database open(String url, StoreSettings settings) {
        Duration timeout = settings.timeout();
        PGSimpleDataSource user = source(url, settings.user(), timeout);
        PostgresServer.check(user);
        PGSimpleDataSource owner = source(url, settings.owner().orElseGet(settings::user), timeout);
        // Building an index of millions of rows takes its time.
        owner.setSocketTimeout(0);
        Schema schema = new Schema(Dialect.POSTGRES, owner);
        if (!schema.isCurrent()) {
            schema.migrate();
        }
        boolean hasOwner = settings.owner().isPresent() && !owner.getUser().equals(user.getUser());
        if (hasOwner) {
            grant(owner, Optional.ofNullable(user.getUser()));
        }
        LedgerRights.check(user, hasOwner);
        return new Database(Dialect.POSTGRES, pool(user, settings.poolSize(), timeout));
    }

    private static HikariDataSource pool(PGSimpleDataSource user, int most, Duration timeout) {
        HikariConfig config = Pools.config("kyc", user, most, timeout, PostgresConnection.beginning(timeout));
        // A stricter level would fail steps that only have to wait.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }

    private static void grant(PGSimpleDataSource owner, Optional<String> user) {
        user.ifPresent(name -> Grants.give(Jdbi.create(owner), name));
    }

    private static PGSimpleDataSource source(String url, StoreSettings.Account account, Duration timeout) {
        int seconds = (int) Math.max(1, timeout.toSeconds());
        PGSimpleDataSource source = new PGSimpleDataSource();
        PostgresUrl.give(url, source);
        account.user().ifPresent(source::setUser);
        account.password().ifPresent(password -> source.setPassword(password.reveal()));
        source.setApplicationName("kycport");
        source.setReWriteBatchedInserts(true);
        // Whatever becomes of the server or the way to it, no thread waits longer.
        source.setConnectTimeout(seconds);
        source.setLoginTimeout(seconds);
        source.setSocketTimeout(seconds);
        source.setTcpKeepAlive(true);
        return source;
    }
}
