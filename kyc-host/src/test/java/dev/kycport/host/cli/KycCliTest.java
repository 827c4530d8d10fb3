package dev.kycport.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KycCliTest {

    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+)  +[A-Z]");

    @Test
    void without_a_command_it_shows_its_help_and_fails() {
        CliHarness.Output output = new CliHarness().run("");

        assertThat(output.err()).contains("Usage: kyc", "demo", "run", "providers", "completion");
        assertThat(output.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "demo --help",
                "run --help",
                "providers --help",
                "consent --help",
                "consent show --help",
                "consent withdraw --help",
                "consent verify --help",
                "consent export --help",
                "settle --help",
                "purge --help",
                "hold --help",
                "hold add --help",
                "hold release --help",
                "hold list --help",
                "keys --help",
                "keys new --help",
                "keys list --help",
                "keys prepare --help",
                "keys rotate --help",
                "keys retire --help",
                "completion --help"
            })
    void every_command_has_help(String command) {
        CliHarness.Output output = new CliHarness().run(command);

        assertThat(output.out()).contains("Usage: kyc");
        assertThat(output.status()).isZero();
    }

    @Test
    void every_command_documents_its_exit_statuses() {
        List<String> commands =
                commands("").filter(name -> !name.equals(" completion")).toList();

        assertThat(commands)
                .hasSizeGreaterThan(15)
                .allSatisfy(command -> assertThat(help(command)).contains("Exit status: 0 "));
    }

    @Test
    void its_version_is_one_line() {
        CliHarness.Output output = new CliHarness().run("--version");

        assertThat(output.out().strip()).startsWith("kyc ").doesNotContain("\n");
        assertThat(output.status()).isZero();
    }

    @Test
    void a_completion_script_is_generated() {
        CliHarness.Output output = new CliHarness().run("completion");

        assertThat(output.out())
                .contains("complete -F", "--return-url", "captcha-otp", "digilocker", "fake", "withdraw", "--dry-run")
                .startsWith("#!/usr/bin/env bash");
        assertThat(output.status()).isZero();
    }

    // Those below it, or itself if it has none.
    private static Stream<String> commands(String above) {
        List<String> below = COMMAND.matcher(help(above))
                .results()
                .map(found -> above + " " + found.group(1))
                .toList();
        return below.isEmpty() ? Stream.of(above) : below.stream().flatMap(KycCliTest::commands);
    }

    private static String help(String command) {
        return new CliHarness()
                .run((command + " --help").strip().split(" ", -1))
                .out();
    }
}
