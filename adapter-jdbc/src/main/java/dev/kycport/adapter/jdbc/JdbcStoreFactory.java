package dev.kycport.adapter.jdbc;

import dev.kycport.adapter.jdbc.internal.consent.JdbcConsentLedger;
import dev.kycport.adapter.jdbc.internal.consent.JdbcConsentLedgerReader;
import dev.kycport.adapter.jdbc.internal.crypto.JdbcKeyFiles;
import dev.kycport.adapter.jdbc.internal.crypto.JdbcKeyUsage;
import dev.kycport.adapter.jdbc.internal.crypto.NumberHash;
import dev.kycport.adapter.jdbc.internal.crypto.StoreKeys;
import dev.kycport.adapter.jdbc.internal.crypto.StoreSettings;
import dev.kycport.adapter.jdbc.internal.crypto.TinkIdentityCipher;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.postgres.PostgresDatabase;
import dev.kycport.adapter.jdbc.internal.database.sqlite.SqliteDatabase;
import dev.kycport.adapter.jdbc.internal.retention.JdbcRetentionStore;
import dev.kycport.adapter.jdbc.internal.session.JdbcAuditTrail;
import dev.kycport.adapter.jdbc.internal.session.JdbcPendingCodeStore;
import dev.kycport.adapter.jdbc.internal.session.JdbcSessionStore;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import dev.kycport.ports.spi.StoreFactory;
import dev.kycport.ports.store.KeyFiles;
import dev.kycport.ports.store.PendingCodeStore;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.Stores;
import java.util.List;
import java.util.Optional;

/** The door: stores that last, at {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql:…}. */
public final class JdbcStoreFactory implements StoreFactory {

    /** For {@code ServiceLoader}. */
    public JdbcStoreFactory() {}

    @Override
    public boolean supports(String url) {
        return url.startsWith(SqliteDatabase.SCHEME) || url.startsWith(PostgresDatabase.SCHEME);
    }

    @Override
    public List<Setting<?>> settings(String url) {
        return url.startsWith(SqliteDatabase.SCHEME)
                ? StoreSettings.sqliteSettings()
                : StoreSettings.postgresSettings();
    }

    @Override
    public Stores open(String url, Settings settings) {
        StoreSettings read = new StoreSettings(settings);
        return url.startsWith(SqliteDatabase.SCHEME) ? openSqlite(url, read) : openPostgres(url, read);
    }

    // Only the database knows whether a key file that is not there is new or lost.
    private static Stores openSqlite(String url, StoreSettings settings) {
        Database database = SqliteDatabase.open(url, settings);
        try {
            return createStores(
                    database, settings.keys(SqliteDatabase.keyFile(url), database), settings.storesPendingCodes());
        } catch (StoreUnavailableException failed) {
            database.close();
            throw failed;
        }
    }

    private static Stores openPostgres(String url, StoreSettings settings) {
        StoreKeys storeKeys = settings.keys();
        return createStores(PostgresDatabase.open(url, settings), storeKeys, settings.storesPendingCodes());
    }

    @Override
    public Optional<KeyFiles> keyFiles() {
        return Optional.of(new JdbcKeyFiles());
    }

    /** All that is kept in that database. */
    static Stores createStores(Database database, StoreKeys storeKeys, boolean pendingCodes) {
        return new Stores(
                new JdbcSessionStore(database, new TinkIdentityCipher(storeKeys.identity())),
                new JdbcConsentLedger(database),
                new JdbcAuditTrail(database),
                pendingCodes
                        ? new JdbcPendingCodeStore(database, new NumberHash(storeKeys.numbers()))
                        : PendingCodeStore.NONE,
                Optional.of(new Stores.AdminStores(
                        new JdbcConsentLedgerReader(database),
                        new JdbcRetentionStore(database, database.dialect()::pauseBetweenBatches),
                        new JdbcKeyUsage(database, storeKeys.identity().ids()))),
                database::close);
    }
}
