package dev.kycport.endurance.system;

import dev.kycport.adapter.jdbc.JdbcStoreFactory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The database of a run: a SQLite file, the PostgreSQL that {@value #URL_VARIABLE} names, or one that is started for the run and
 * really writes what it says it has written.
 *
 * @param jdbc its URL
 * @param store the part of the configuration that names it
 * @param serverBuilder what was started for it, if anything was
 */
public record TestDatabase(String jdbc, String store, Optional<EmbeddedPostgres> serverBuilder)
        implements AutoCloseable {

    /** The environment's variable for a PostgreSQL that is there already, user and password in its URL. */
    static final String URL_VARIABLE = "KYC_ENDURANCE_POSTGRES";

    /**
     * The database of that kind.
     *
     * @param kind {@code sqlite} or {@code postgres}
     * @param folder for its files, or for those beside it
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

    /** A database on a server, and the keys that an operator would make for it. */
    public static String storeConfigWithKeys(String jdbc, Path folder) {
        Path keys = folder.resolve("kyc.keys");
        if (!Files.exists(keys)) {
            new JdbcStoreFactory().keyFiles().orElseThrow().create(keys);
        }
        return storeConfig(jdbc) + ", keys-file = \"" + keys + "\"";
    }

    /** Where a server that was started writes its log. */
    public static Path logFile(Path folder) {
        return folder.resolve("postgres.log");
    }

    /** By default an embedded server does not flush. */
    public static EmbeddedPostgres startDurable(Path folder) throws IOException {
        return serverBuilder(folder).start();
    }

    /** One whose files stay when it is gone, so that it can come back. */
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
        if (serverBuilder.isPresent()) {
            serverBuilder.get().close();
        }
    }
}
