package dev.kycport.host.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** An installation whose store lasts, in a folder of a test. */
record Kept(Path folder) {

    private static final String VERIFIES =
            "run --json --flow direct-otp --provider fake --aadhaar 999941057058" + " --otp 123456 --subject ";

    /** A command on it. */
    Shell.Output run(String command) {
        return shell().run(command);
    }

    Shell shell() {
        return new Shell()
                .with("KYC_STORE_URL", url())
                .with("KYC_RETENTION_ARCHIVE", archive().toString());
    }

    Path archive() {
        return folder.resolve("archive");
    }

    Shell.Output withdraw(String session) {
        return shell().run("consent", "withdraw", "--", session);
    }

    Shell.Output withdraw(String session, String option) {
        return shell().run("consent", "withdraw", option, "--", session);
    }

    /** The id of a session in which that person was verified. */
    String verified(String subject) {
        return session(run(VERIFIES + subject));
    }

    /** The id of a session in which that person has a code and has not typed it. */
    String waiting(String subject) {
        return session(run(VERIFIES.replace("123456", "654321") + subject));
    }

    LongAgo ago(String duration) {
        return new LongAgo(url(), Duration.parse(duration));
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

    private static String session(Shell.Output output) {
        return MagicValuesTest.json(output).path("session").asText();
    }
}
