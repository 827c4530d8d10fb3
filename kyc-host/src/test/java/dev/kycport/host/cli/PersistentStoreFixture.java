package dev.kycport.host.cli;

import dev.kycport.app.config.KycConfig;
import dev.kycport.app.runtime.InstalledPlugins;
import dev.kycport.app.runtime.KycRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** An installation whose store lasts, in a folder of a test. */
record PersistentStoreFixture(Path folder) {

    private static final String RUN =
            "run --json --flow direct-otp --provider fake --aadhaar 999941057058" + " --otp 123456 --subject ";

    /** A command on it. */
    CliHarness.Output run(String command) {
        return shell().run(command);
    }

    CliHarness shell() {
        create();
        return new CliHarness()
                .with("KYC_STORE_URL", url())
                .with("KYC_RETENTION_ARCHIVE", archive().toString());
    }

    // A command that looks after a store creates none.
    private void create() {
        if (Files.notExists(folder.resolve("kyc.db"))) {
            KycConfig config =
                    KycConfig.load(Optional.empty(), InstalledPlugins.find(), Map.of("KYC_STORE_URL", url()));
            KycRuntime.withoutMaintenance(config).close();
        }
    }

    Path archive() {
        return folder.resolve("archive");
    }

    CliHarness.Output withdraw(String session) {
        return shell().run("consent", "withdraw", "--", session);
    }

    CliHarness.Output withdraw(String session, String option) {
        return shell().run("consent", "withdraw", option, "--", session);
    }

    /** The id of a session in which that person was verified. */
    String createVerified(String subject) {
        return session(run(RUN + subject));
    }

    /** The id of a session in which that person has a code and has not typed it. */
    String createAwaitingCode(String subject) {
        return session(run(RUN.replace("123456", "654321") + subject));
    }

    PastSessions past(String duration) {
        return new PastSessions(url(), Duration.parse(duration));
    }

    /** Changes the database behind everybody's back. */
    int tamper(String statement) {
        try (Connection connection = DriverManager.getConnection(url());
                Statement sql = connection.createStatement()) {
            return sql.executeUpdate(statement);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("kyc.db");
    }

    private static String session(CliHarness.Output output) {
        return FakeProviderValuesTest.json(output).path("session").asText();
    }
}
