package dev.kycport.adapter.jdbc.internal.crypto;

import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import dev.kycport.ports.store.StoreUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Every key that {@code kyc.store} has besides its URL. */
public final class StoreSettings {

    private static final Setting<Duration> TIMEOUT = Setting.duration("timeout", Duration.ofSeconds(5));
    private static final Setting<Integer> POOL_SIZE = Setting.count("pool-size", 10);
    private static final Setting<String> PENDING_CODES = Setting.choice("pending-codes", "on", "off");
    private static final Setting<String> USER = Setting.optionalText("user");
    private static final Setting<Credential> PASSWORD = Setting.optionalCredential("password");
    private static final Setting<String> OWNER = Setting.optionalText("owner-user");
    private static final Setting<Credential> OWNER_PASSWORD = Setting.optionalCredential("owner-password");

    private final Settings settings;

    public StoreSettings(Settings settings) {
        this.settings = settings;
    }

    public static List<Setting<?>> sqliteSettings() {
        return List.of(TIMEOUT, PENDING_CODES, KeySource.KEYS, KeySource.KEYS_FILE);
    }

    public static List<Setting<?>> postgresSettings() {
        return List.of(
                TIMEOUT,
                POOL_SIZE,
                USER,
                PASSWORD,
                OWNER,
                OWNER_PASSWORD,
                PENDING_CODES,
                KeySource.KEYS,
                KeySource.KEYS_FILE);
    }

    /** How long anything may wait for the database. */
    public Duration timeout() {
        return settings.get(TIMEOUT);
    }

    /** How many connections there are at most. */
    public int poolSize() {
        return settings.get(POOL_SIZE);
    }

    /** Whether it is remembered who a code is on its way to. */
    public boolean storesPendingCodes() {
        return settings.get(PENDING_CODES).equals("on");
    }

    /** What identities are sealed and numbers hashed with: what the configuration says. */
    public StoreKeys keys() {
        return KeySource.load(settings, Optional.empty());
    }

    /**
     * The same; where the configuration is silent, what is in that file, which is made if need be.
     *
     * @throws StoreUnavailableException if the file is not there, though the database holds what was sealed with it
     */
    public StoreKeys keys(Path defaultFile, Database database) {
        return KeySource.load(
                settings, Optional.of(new DefaultKeyFile(defaultFile, () -> JdbcKeyUsage.anyEncrypted(database))));
    }

    /** Who the application is to the database. */
    public Account user() {
        return new Account(settings.find(USER), settings.find(PASSWORD));
    }

    /** Who may change the schema, if somebody else may. */
    public Optional<Account> owner() {
        return settings.find(OWNER).map(name -> new Account(Optional.of(name), settings.find(OWNER_PASSWORD)));
    }

    /** A user of the database; whatever is not given is left to the URL and the driver. */
    public record Account(Optional<String> user, Optional<Credential> password) {}
}
