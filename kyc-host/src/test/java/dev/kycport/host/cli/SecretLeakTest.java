package dev.kycport.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** P2: number, code and captcha answer come out nowhere, whatever happens and however much is logged. */
@Tag("P2")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretLeakTest {

    private static final List<String> LOOKING_AFTER = List.of(
            "consent show cli",
            "consent show cli --json",
            "consent export",
            "consent verify",
            "consent verify --json",
            "settle",
            "hold add cli --reason order",
            "hold list",
            "purge --dry-run",
            "purge --yes",
            "purge --history",
            "hold release cli");

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Level usual = root.getLevel();

    @BeforeEach
    void listen() {
        log.start();
        root.setLevel(Level.TRACE);
        root.addAppender(log);
    }

    @AfterEach
    void leave() {
        root.detachAppender(log);
        root.setLevel(usual);
        // As --verbose left it.
        ((Logger) LoggerFactory.getLogger("dev.kycport")).setLevel(null);
    }

    @ParameterizedTest
    @CsvSource({
        "999941057058, 123456, KYC42",
        "999941057058, 000000, KYC42",
        "999941057058, 999999, KYC42",
        "999941057058, 741852, KYC42",
        "999941057058, 741852, NIXDA",
        "999971658847, 741852, KYC42",
        "999933119405, 741852, KYC42",
        "999955183433, 741852, KYC42",
        "999990501894, 741852, KYC42",
        "234123412346, 741852, KYC42",
        "9123456789012346, 123456, KYC42"
    })
    void nothing_typed_is_printed_by_a_code_flow(String number, String code, String captcha) {
        String values = " --provider fake --aadhaar " + number + " --otp " + code;

        String said = saidBy("run --json --flow direct-otp" + values)
                + saidBy("run --flow direct-otp" + values)
                + saidBy("run --json --flow captcha-otp --captcha " + captcha + values)
                + saidBy("run -v --flow captcha-otp --captcha " + captcha + values);

        assertThat(said).doesNotContain(number, grouped(number), captcha);
        assertThat(withoutNumbersOfOurOwn(said)).doesNotContainPattern("(?<![0-9])" + code + "(?![0-9])");
    }

    @Test
    void the_code_of_a_return_url_is_not_printed() {
        String said = saidBy("run --flow digilocker --return-url ?code=CANARY-GRANT&state={state}")
                + saidBy("run --json --flow digilocker --return-url ?code=CANARY-GRANT&state=CANARY-STATE");

        assertThat(said).doesNotContain("CANARY");
    }

    @Test
    void the_demo_shows_nothing_that_is_typed() {
        assertThat(withoutNumbersOfOurOwn(saidBy("demo")))
                .doesNotContain("999941057058", "9999 4105 7058", "KYC4", "123456", "123457", "granted");
    }

    @Test
    void a_terminal_shows_nothing_that_was_typed() {
        CliHarness.Output output = new CliHarness()
                .withAnswers("y", "9999 4105 7058", "NIXDA", "KYC43", "741852", "123456")
                .run("run --flow captcha-otp -v");

        assertThat(withoutNumbersOfOurOwn(output.allOutput() + logged()))
                .doesNotContain("9999 4105", "99994105", "NIXDA", "KYC43", "741852", "123456");
    }

    @Test
    void nothing_typed_is_printed_from_the_store(@TempDir Path folder) {
        PersistentStoreFixture persistentStoreFixture = new PersistentStoreFixture(folder);
        persistentStoreFixture.run(
                "run --flow captcha-otp --provider fake --aadhaar 999941057058 --captcha KYC42 --otp 123456 -v");
        persistentStoreFixture.run(
                "run --flow captcha-otp --provider fake --aadhaar 999941057058 --captcha KYC42 --otp 741852 -v");
        StringBuilder said = new StringBuilder();

        for (String command : LOOKING_AFTER) {
            said.append(persistentStoreFixture.run(command + " -v").allOutput());
        }
        said.append(logged());

        assertThat(said.toString())
                .contains("Consents of cli", "every chain is intact", "Purged.")
                .doesNotContain("999941057058", "9999 4105", "KYC42");
        assertThat(withoutNumbersOfOurOwn(said.toString()))
                .doesNotContainPattern("(?<![0-9a-f])(123456|741852)(?![0-9a-f])");
    }

    @Test
    void keys_are_never_printed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("kyc.keys");
        StringBuilder said = new StringBuilder();

        for (String command : List.of("new", "list", "prepare", "rotate", "list", "new")) {
            said.append(
                    new CliHarness().run("keys", command, file.toString(), "-v").allOutput());
        }
        said.append(new CliHarness()
                        .run("keys", "list", "--json", file.toString())
                        .allOutput())
                .append(logged());

        assertThat(Pattern.compile("\"value\":\"([^\"]+)")
                        .matcher(Files.readString(file))
                        .results())
                .hasSize(3)
                .noneMatch(key -> said.toString().contains(key.group(1)));
    }

    private String saidBy(String command) {
        return new CliHarness().run(command).allOutput() + logged();
    }

    private String logged() {
        StringBuilder text = new StringBuilder();
        log.list.forEach(event -> text.append(event.getFormattedMessage())
                .append(
                        event.getThrowableProxy() == null
                                ? ""
                                : event.getThrowableProxy().getMessage())
                .append('\n'));
        return text.toString();
    }

    // Fractions of seconds, session ids and names of folders are random and may hold any digits.
    private static String withoutNumbersOfOurOwn(String text) {
        return text.replaceAll("\\.[0-9]+Z", "Z")
                .replaceAll("kyc-[0-9]+", "kyc-")
                .replaceAll("(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])", "<id>");
    }

    private static String grouped(String digits) {
        return digits.replaceAll("(?<=\\G[0-9]{4})", " ").strip();
    }
}
