package dev.kycport.adapter.jdbc;

import dev.kycport.ports.KeyFiles;
import dev.kycport.ports.PendingCodeStore;
import dev.kycport.ports.Setting;
import dev.kycport.ports.Settings;
import dev.kycport.ports.StoreFactory;
import dev.kycport.ports.StoreUnavailableException;
import dev.kycport.ports.Stores;
import java.util.List;
import java.util.Optional;

/** The door: stores that last, at {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql:…}. */
public final class JdbcStores implements StoreFactory {

    /** For {@code ServiceLoader}. */
    public JdbcStores() {}

    @Override
    public boolean opens(String url) {
        return url.startsWith(Sqlite.SCHEME) || url.startsWith(Postgres.SCHEME);
    }

    @Override
    public List<Setting<?>> settings(String url) {
        return url.startsWith(Sqlite.SCHEME) ? StoreSettings.ofSqlite() : StoreSettings.ofPostgres();
    }

    @Override
    public Stores open(String url, Settings settings) {
        StoreSettings read = new StoreSettings(settings);
        return url.startsWith(Sqlite.SCHEME) ? oneFile(url, read) : server(url, read);
    }

    // Only the database knows whether a key file that is not there is new or lost.
    private static Stores oneFile(String url, StoreSettings settings) {
        Database database = Sqlite.open(url, settings);
        try {
            return stores(database, settings.keys(Sqlite.keyFile(url), database), settings.remembersPendingCodes());
        } catch (StoreUnavailableException withoutKeys) {
            database.close();
            throw withoutKeys;
        }
    }

    private static Stores server(String url, StoreSettings settings) {
        Keys keys = settings.keys();
        return stores(Postgres.open(url, settings), keys, settings.remembersPendingCodes());
    }

    @Override
    public Optional<KeyFiles> keyFiles() {
        return Optional.of(new JdbcKeyFiles());
    }

    /** All that is kept in that database. */
    static Stores stores(Database database, Keys keys, boolean pendingCodes) {
        return new Stores(
                new JdbcSessionStore(database, new TinkIdentitySeal(keys.identity())),
                new JdbcConsentLedger(database),
                new JdbcAuditTrail(database),
                pendingCodes ? new JdbcPendingCodes(database, new NumberHash(keys.numbers())) : PendingCodeStore.NONE,
                Optional.of(new Stores.Keeping(
                        new JdbcConsentRegister(database),
                        new JdbcRetentionStore(database, database.dialect()::stepAside),
                        new JdbcSealedIdentities(database, keys.identity().ids()))),
                database::close);
    }
}
