package dev.kycport.adapter.jdbc.internal.database;

import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import dev.kycport.ports.store.StoreMonitor;
import dev.kycport.ports.store.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The settings of {@code kyc.store} that are about the database itself. */
public record DatabaseSettings(Settings settings) {

    private static final Setting<Duration> TIMEOUT = Setting.duration("timeout", Duration.ofSeconds(5));
    private static final Setting<Integer> POOL_SIZE = Setting.count("pool-size", 10);
    private static final Setting<String> PENDING_CODES = Setting.choice("pending-codes", "on", "off");
    private static final Setting<String> USER = Setting.optionalText("user");
    private static final Setting<Credential> PASSWORD = Setting.optionalCredential("password");
    private static final Setting<String> SCHEMA = Setting.text("schema", "kyc");
    private static final Setting<String> MIGRATE = Setting.choice("migrate", "at-start", "never");
    private static final Setting<String> OWNER = Setting.optionalText("owner-user");
    private static final Setting<Credential> OWNER_PASSWORD = Setting.optionalCredential("owner-password");

    private static final Setting<Duration> MAX_CLOCK_SKEW =
            Setting.duration("max-clock-skew", StoreMonitor.DEFAULT_MAX_CLOCK_SKEW);

    // Lower case, so that it needs no quotes in SQL.
    private static final Pattern SCHEMA_NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    /** The settings for a pool of the host. */
    public static List<Setting<?>> host() {
        return List.of(TIMEOUT, SCHEMA, MIGRATE, MAX_CLOCK_SKEW, PENDING_CODES);
    }

    public static List<Setting<?>> sqlite() {
        return List.of(TIMEOUT, PENDING_CODES);
    }

    public static List<Setting<?>> postgres() {
        return List.of(
                TIMEOUT, POOL_SIZE, USER, PASSWORD, OWNER, OWNER_PASSWORD, SCHEMA, MAX_CLOCK_SKEW, PENDING_CODES);
    }

    /** How long a statement may wait for the database. */
    public Duration timeout() {
        return settings.get(TIMEOUT);
    }

    /** How far the clock of this process may be from the server's. */
    public Duration maxClockSkew() {
        return settings.find(MAX_CLOCK_SKEW).orElse(StoreMonitor.DEFAULT_MAX_CLOCK_SKEW);
    }

    /** The largest number of connections. */
    public int poolSize() {
        return settings.get(POOL_SIZE);
    }

    /** Whether the tables are created and migrated at the start; otherwise the host does it. */
    public boolean migratesAtStart() {
        return settings.get(MIGRATE).equals("at-start");
    }

    /** Whether the store remembers for which numbers a code is pending. */
    public boolean storesPendingCodes() {
        return settings.get(PENDING_CODES).equals("on");
    }

    /** The database user of the application. */
    public Account user() {
        return new Account(settings.find(USER), settings.find(PASSWORD));
    }

    /**
     * The schema of the tables.
     *
     * @throws StoreUnavailableException if it is not a plain name
     */
    public String schema() {
        String name = settings.get(SCHEMA);
        if (!SCHEMA_NAME.matcher(name).matches()) {
            throw new StoreUnavailableException(
                    "kyc.store.schema must be lower-case letters, digits and underscores, at most 63, such as kyc");
        }
        return name;
    }

    /** The user that owns the tables and migrates them, if it is another one. */
    public Optional<Account> owner() {
        return settings.find(OWNER).map(name -> new Account(Optional.of(name), settings.find(OWNER_PASSWORD)));
    }

    /** A database user. The URL or the driver supplies what is missing. */
    public record Account(Optional<String> user, Optional<Credential> password) {}
}
