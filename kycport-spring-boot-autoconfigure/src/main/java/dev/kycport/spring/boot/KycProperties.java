package dev.kycport.spring.boot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys of the configuration file under {@code kycport}, with the same names and meanings. An unknown key stops the start.
 *
 * @param enabled whether KycPort is started
 * @param profile production, which refuses simulated providers and stores in memory, or development
 * @param routes for each flow (direct-otp, captcha-otp, digilocker) its providers, the first choice first
 * @param providers the settings of each provider, by its name
 * @param store where sessions and consents are kept
 * @param maintenance the background tasks
 * @param retention how long sessions are kept
 * @param evidence how signed documents are checked
 * @param sandboxNumbers numbers of 12 digits that are accepted although they break UIDAI's rules; in quotation marks
 */
@ConfigurationProperties(value = "kycport", ignoreUnknownFields = false)
public record KycProperties(
        @Nullable Boolean enabled,
        @Nullable String profile,
        @Nullable Map<String, List<String>> routes,
        @Nullable Map<String, Map<String, Object>> providers,
        @Nullable Store store,
        @Nullable Maintenance maintenance,
        @Nullable Retention retention,
        @Nullable Evidence evidence,
        @Nullable List<String> sandboxNumbers) {

    /** The same keys as in the file; those that are not set are absent. */
    Map<String, Object> tree(boolean hasDataSource) {
        Map<String, Object> tree = new LinkedHashMap<>();
        put(tree, "profile", profile);
        put(tree, "routes", routes);
        put(tree, "providers", providers);
        tree.put("store", Optional.ofNullable(store).orElse(Store.NOTHING).tree(hasDataSource));
        Optional.ofNullable(maintenance).ifPresent(part -> tree.put("maintenance", part.tree()));
        Optional.ofNullable(retention).ifPresent(part -> tree.put("retention", part.tree()));
        Optional.ofNullable(evidence).ifPresent(part -> tree.put("evidence", part.tree()));
        put(tree, "sandbox-numbers", sandboxNumbers);
        return tree;
    }

    private static void put(Map<String, Object> tree, String key, @Nullable Object value) {
        if (value != null) {
            tree.put(key, value);
        }
    }

    private static @Nullable String onOff(@Nullable Boolean value) {
        return value == null ? null : value ? "on" : "off";
    }

    /**
     * Where sessions and consents are kept.
     *
     * @param url memory, jdbc:sqlite:FILE, jdbc:postgresql:…, or datasource for the DataSource of the application, which is the default
     *     where there is one
     * @param schema the schema of the tables on PostgreSQL
     * @param migrate at-start, or never where the application runs the SQL script itself; only with datasource
     * @param timeout longest wait for the database, such as 5s
     * @param maxClockSkew how far the clocks of this machine and of the database may differ, such as 30s
     * @param poolSize most connections; only with a URL of PostgreSQL
     * @param user the database user; only with a URL of PostgreSQL
     * @param password the password of the database user
     * @param passwordFile the file with the password of the database user
     * @param ownerUser the user that owns and migrates the tables
     * @param ownerPassword the password of the user that owns the tables
     * @param ownerPasswordFile the file with the password of the user that owns the tables
     * @param keys the keys that encrypt identities
     * @param keysFile the file with the keys that encrypt identities
     * @param pendingCodes whether KycPort remembers that a code was sent to a number
     */
    public record Store(
            @Nullable String url,
            @Nullable String schema,
            @Nullable String migrate,
            @Nullable String timeout,
            @Nullable String maxClockSkew,
            @Nullable Integer poolSize,
            @Nullable String user,
            @Nullable String password,
            @Nullable String passwordFile,
            @Nullable String ownerUser,
            @Nullable String ownerPassword,
            @Nullable String ownerPasswordFile,
            @Nullable String keys,
            @Nullable String keysFile,
            @Nullable Boolean pendingCodes) {

        static final Store NOTHING =
                new Store(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

        boolean usesDataSource(boolean hasDataSource) {
            return url == null ? hasDataSource : url.equals("datasource");
        }

        Map<String, Object> tree(boolean hasDataSource) {
            Map<String, Object> tree = new LinkedHashMap<>();
            put(tree, "url", usesDataSource(hasDataSource) ? "datasource" : url);
            put(tree, "schema", schema);
            put(tree, "migrate", migrate);
            put(tree, "timeout", timeout);
            put(tree, "max-clock-skew", maxClockSkew);
            put(tree, "pool-size", poolSize);
            put(tree, "user", user);
            put(tree, "password", password);
            put(tree, "password-file", passwordFile);
            put(tree, "owner-user", ownerUser);
            put(tree, "owner-password", ownerPassword);
            put(tree, "owner-password-file", ownerPasswordFile);
            put(tree, "keys", keys);
            put(tree, "keys-file", keysFile);
            put(tree, "pending-codes", onOff(pendingCodes));
            return tree;
        }

        /** Without passwords and keys. */
        @Override
        public String toString() {
            return "Store[schema=" + schema + ", migrate=" + migrate + "]";
        }
    }

    /**
     * The background tasks.
     *
     * @param interval how often due sessions are reconciled, 1 second to 1 hour
     */
    public record Maintenance(@Nullable String interval) {

        Map<String, Object> tree() {
            Map<String, Object> tree = new LinkedHashMap<>();
            put(tree, "interval", interval);
            return tree;
        }
    }

    /**
     * How long sessions are kept.
     *
     * @param live how long sessions stay in the store, such as 730d
     * @param archive the folder with purged sessions
     * @param archived how long purged sessions stay in the archive, such as 1825d
     * @param interval how often there is a purge, such as 1d
     */
    public record Retention(
            @Nullable String live,
            @Nullable String archive,
            @Nullable String archived,
            @Nullable String interval) {

        Map<String, Object> tree() {
            Map<String, Object> tree = new LinkedHashMap<>();
            put(tree, "live", live);
            put(tree, "archived", archived);
            put(tree, "archive", archive);
            put(tree, "interval", interval);
            return tree;
        }
    }

    /**
     * How signed documents are checked.
     *
     * @param signers a file with further certificates to trust
     */
    public record Evidence(@Nullable String signers) {

        Map<String, Object> tree() {
            Map<String, Object> tree = new LinkedHashMap<>();
            put(tree, "signers", signers);
            return tree;
        }
    }

    /** Without the settings of providers, which hold credentials. */
    @Override
    public String toString() {
        return "KycProperties[profile=" + profile + ", routes=" + routes + "]";
    }
}
