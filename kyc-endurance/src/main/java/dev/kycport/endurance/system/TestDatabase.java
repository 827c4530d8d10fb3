package dev.kycport.endurance.system;

import dev.kycport.adapter.jdbc.JdbcStoreFactory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The database of a run: a SQLite file, the PostgreSQL server that {@value #URL_VARIABLE} names, or a PostgreSQL server that is
 * started for the run and flushes its commits.
 *
 * @param jdbc its URL
 * @param store the settings of the store in the configuration
 * @param server the server, if one was started
 */
public record TestDatabase(String jdbc, String store, Optional<EmbeddedPostgres> server) implements AutoCloseable {

    /** The environment variable with the URL of an existing PostgreSQL server, including user and password. */
    static final String URL_VARIABLE = "KYC_ENDURANCE_POSTGRES";

    /**
     * Creates or starts a database.
     *
     * @param kind {@code sqlite} or {@code postgres}
     * @param folder for the database files, the keys and the server log
     */
    public static TestDatabase of(String kind, Path folder) throws IOException {
        return switch (kind) {
            case "sqlite" -> sqlite("jdbc:sqlite:" + folder.resolve("kyc.db"));
            case "postgres" -> postgres(folder);
            default -> throw new IllegalArgumentException("sqlite or postgres, not " + kind);
        };
    }

    private static TestDatabase sqlite(String jdbc) {
        return new TestDatabase(jdbc, storeConfig(jdbc), Optional.empty());
    }

    private static TestDatabase postgres(Path folder) throws IOException {
        String url = System.getenv(URL_VARIABLE);
        return url == null
                ? fromServer(startDurable(folder), folder)
                : new TestDatabase(url, storeConfigWithKeys(url, folder), Optional.empty());
    }

    private static TestDatabase fromServer(EmbeddedPostgres server, Path folder) {
        String jdbc = jdbcUrl(server.getPort());
        return new TestDatabase(jdbc, storeConfigWithKeys(jdbc, folder), Optional.of(server));
    }

    /** The settings of a store on a server, with a key file that is created if it is missing. */
    public static String storeConfigWithKeys(String jdbc, Path folder) {
        Path keys = folder.resolve("kyc.keys");
        if (!Files.exists(keys)) {
            new JdbcStoreFactory().keyFiles().orElseThrow().create(keys);
        }
        // The nodes of a run are on purpose ahead of the server.
        return storeConfig(jdbc) + ", keys-file = \"" + keys + "\", max-clock-skew = 24h";
    }

    /** The log file of a started server. */
    public static Path logFile(Path folder) {
        return folder.resolve("postgres.log");
    }

    /** Starts a server that flushes its commits; an embedded server does not by default. */
    public static EmbeddedPostgres startDurable(Path folder) throws IOException {
        return serverBuilder(folder).start();
    }

    /** Starts a server whose files remain when it ends, so that it can be started again. */
    public static EmbeddedPostgres startPersistent(Path folder, int port) throws IOException {
        return serverBuilder(folder)
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static EmbeddedPostgres.Builder serverBuilder(Path folder) {
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(logFile(folder).toFile());
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "4GB")
                .setErrorRedirector(log)
                .setOutputRedirector(log);
    }

    public static String jdbcUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    public static String storeConfig(String jdbc) {
        return "url = \"" + jdbc + "\"";
    }

    @Override
    public void close() throws IOException {
        if (server.isPresent()) {
            server.get().close();
        }
    }
}
