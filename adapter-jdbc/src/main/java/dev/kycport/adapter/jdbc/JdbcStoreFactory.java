package dev.kycport.adapter.jdbc;

import dev.kycport.adapter.jdbc.internal.consent.JdbcConsentLedger;
import dev.kycport.adapter.jdbc.internal.consent.JdbcConsentLedgerReader;
import dev.kycport.adapter.jdbc.internal.crypto.DefaultKeyFile;
import dev.kycport.adapter.jdbc.internal.crypto.IdentityCipher;
import dev.kycport.adapter.jdbc.internal.crypto.JdbcKeyFiles;
import dev.kycport.adapter.jdbc.internal.crypto.JdbcKeyUsage;
import dev.kycport.adapter.jdbc.internal.crypto.KeySource;
import dev.kycport.adapter.jdbc.internal.crypto.NumberHash;
import dev.kycport.adapter.jdbc.internal.crypto.StoreKeys;
import dev.kycport.adapter.jdbc.internal.crypto.TinkIdentityCipher;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.DatabaseSettings;
import dev.kycport.adapter.jdbc.internal.database.JdbcDriver;
import dev.kycport.adapter.jdbc.internal.database.postgres.PostgresDatabase;
import dev.kycport.adapter.jdbc.internal.database.sqlite.SqliteDatabase;
import dev.kycport.adapter.jdbc.internal.monitor.JdbcStoreMonitor;
import dev.kycport.adapter.jdbc.internal.record.JdbcRecordStore;
import dev.kycport.adapter.jdbc.internal.retention.JdbcRetentionStore;
import dev.kycport.adapter.jdbc.internal.session.JdbcAuditTrail;
import dev.kycport.adapter.jdbc.internal.session.JdbcPendingCodeStore;
import dev.kycport.adapter.jdbc.internal.session.JdbcSessionStore;
import dev.kycport.adapter.jdbc.internal.session.SessionUpdates;
import dev.kycport.adapter.jdbc.internal.step.JdbcStepStore;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import dev.kycport.ports.spi.StoreFactory;
import dev.kycport.ports.store.KeyFiles;
import dev.kycport.ports.store.PendingCodeStore;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.Stores;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opens durable stores, at {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql:…}. The host adds the driver of its database:
 * {@code org.xerial:sqlite-jdbc} or {@code org.postgresql:postgresql}.
 */
public final class JdbcStoreFactory implements StoreFactory {

    /** For {@code ServiceLoader}. */
    public JdbcStoreFactory() {}

    @Override
    public boolean supports(String url) {
        return isSqlite(url) || url.startsWith(PostgresDatabase.SCHEME);
    }

    @Override
    public List<Setting<?>> settings(String url) {
        return Stream.concat(
                        (isSqlite(url) ? DatabaseSettings.sqlite() : DatabaseSettings.postgres()).stream(),
                        KeySource.SETTINGS.stream())
                .toList();
    }

    @Override
    public Stores open(String url, Settings settings) {
        return isSqlite(url) ? openSqlite(url, settings) : openPostgres(url, settings);
    }

    @Override
    public boolean isShared(String url) {
        return !isSqlite(url);
    }

    @Override
    public void requireExisting(String url) {
        if (isSqlite(url)) {
            SqliteDatabase.requireExisting(url);
        }
    }

    @Override
    public Optional<KeyFiles> keyFiles() {
        return Optional.of(new JdbcKeyFiles());
    }

    // Only the database knows whether a missing key file is new or lost, so it is opened before the keys are loaded.
    private static Stores openSqlite(String url, Settings settings) {
        JdbcDriver.SQLITE.require();
        DatabaseSettings databaseSettings = new DatabaseSettings(settings);
        Database database = SqliteDatabase.open(url, databaseSettings);
        try {
            DefaultKeyFile keyFile =
                    new DefaultKeyFile(SqliteDatabase.keyFile(url), () -> JdbcKeyUsage.anyEncrypted(database));
            return createStores(database, KeySource.load(settings, Optional.of(keyFile)), databaseSettings);
        } catch (StoreUnavailableException failed) {
            database.close();
            throw failed;
        }
    }

    private static Stores openPostgres(String url, Settings settings) {
        JdbcDriver.POSTGRES.require();
        DatabaseSettings databaseSettings = new DatabaseSettings(settings);
        StoreKeys keys = KeySource.load(settings, Optional.empty());
        return createStores(PostgresDatabase.open(url, databaseSettings), keys, databaseSettings);
    }

    /** The stores of an open database. */
    static Stores createStores(Database database, StoreKeys keys, DatabaseSettings settings) {
        IdentityCipher cipher = new TinkIdentityCipher(keys.identity());
        JdbcConsentLedger ledger = new JdbcConsentLedger(database);
        Optional<JdbcPendingCodeStore> numbers = settings.storesPendingCodes()
                ? Optional.of(new JdbcPendingCodeStore(database, new NumberHash(keys.numbers())))
                : Optional.empty();
        return new Stores(
                new JdbcSessionStore(database, cipher),
                ledger,
                new JdbcAuditTrail(database),
                numbers.<PendingCodeStore>map(store -> store).orElse(PendingCodeStore.NONE),
                new JdbcStepStore(database, ledger, new SessionUpdates(cipher), numbers),
                Optional.of(new Stores.AdminStores(
                        new JdbcConsentLedgerReader(database),
                        new JdbcRetentionStore(database, database.dialect()::pauseBetweenBatches),
                        new JdbcKeyUsage(database, keys.identity().ids()),
                        new JdbcStoreMonitor(database, keys.identity().primary(), settings.maxClockSkew()))),
                Optional.of(new JdbcRecordStore(database)),
                database::close);
    }

    private static boolean isSqlite(String url) {
        return url.startsWith(SqliteDatabase.SCHEME);
    }
}
