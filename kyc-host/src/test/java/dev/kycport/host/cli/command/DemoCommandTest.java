package dev.kycport.host.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.host.cli.CliHarness;
import dev.kycport.host.cli.terminal.TerminalCapabilities;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DemoCommandTest {

    @Test
    void runs_all_three_flows_to_the_end() {
        CliHarness.Output output = new CliHarness().run("demo");

        assertThat(output.normalizedOut())
                .contains("1 of 3", "2 of 3", "3 of 3", "The code is wrong. 2 attempts left.")
                .contains("The captcha answer is wrong. 2 attempts left, on a new image.")
                .contains("direct-otp: opened -> consented -> awaiting-otp -> verified")
                .contains("captcha-otp: opened -> consented -> awaiting-captcha -> awaiting-otp -> verified")
                .contains("digilocker: opened -> consented -> awaiting-authorization -> verified");
        assertThat(output.err()).isEmpty();
        assertThat(output.status()).isZero();
    }

    @Test
    void leaves_the_files_it_names() {
        List<Path> files = Pattern.compile("\\S+/(captcha-[12]|portrait|pan|dl|aadhaar)\\.(png|pdf|xml)")
                .matcher(new CliHarness().run("demo").out())
                .results()
                .map(MatchResult::group)
                .map(Path::of)
                .toList();

        assertThat(files).hasSize(6).allMatch(Files::isReadable);
    }

    @Test
    void fits_the_width_it_is_shown_in() {
        TerminalCapabilities narrow = new TerminalCapabilities(false, false, true, 60);

        assertThat(new CliHarness().withCapabilities(narrow).run("demo").out().lines())
                .filteredOn(line -> !line.contains("/") && !line.contains("verified"))
                .allMatch(line -> line.length() <= 78);
    }

    @Test
    void is_coloured_where_colour_shows_and_nowhere_else() {
        TerminalCapabilities colourful = new TerminalCapabilities(false, true, true, 80);

        assertThat(new CliHarness().withCapabilities(colourful).run("demo").out())
                .contains("\u001B[32m\u2713\u001B[0m");
        assertThat(new CliHarness().run("demo").out()).doesNotContain("\u001B").matches("\\A\\p{ASCII}*\\z");
    }

    @Test
    void runs_the_flows_of_another_provider_interactively() {
        CliHarness.Output output = new CliHarness()
                .with("SAMPLE_ACCESS_KEY", "k")
                .with("SAMPLE_CLIENT_SECRET", "s")
                .withAnswers("y", "9999 4105 7058", "123456")
                .run("demo --provider sample");

        assertThat(output.out())
                .contains("A code for the number alone", "Passed to   sample", "Asha Test Rao")
                .doesNotContain("digilocker");
        assertThat(output.status()).isZero();
    }

    @Test
    void another_provider_needs_its_settings() {
        CliHarness.Output output = new CliHarness().run("demo --provider sample");

        assertThat(output.err()).contains("SAMPLE_ACCESS_KEY");
        assertThat(output.status()).isEqualTo(2);
    }

    @Test
    void no_code_is_sent_that_could_not_be_entered() {
        CliHarness.Output output = new CliHarness()
                .with("SAMPLE_ACCESS_KEY", "k")
                .with("SAMPLE_CLIENT_SECRET", "s")
                .run("demo --provider sample --aadhaar 999941057058");

        assertThat(output.err()).contains("otp is missing: pass --otp, or run at a terminal");
        assertThat(output.out()).isEmpty();
        assertThat(output.status()).isEqualTo(2);
    }

    @Test
    void a_script_answers_by_lines_of_standard_input() {
        CliHarness.Output output = new CliHarness()
                .with("SAMPLE_ACCESS_KEY", "k")
                .with("SAMPLE_CLIENT_SECRET", "s")
                .withInput("9999 4105 7058", "123456")
                .run("demo --provider sample --aadhaar - --otp -");

        assertThat(output.out()).contains("Asha Test Rao");
        assertThat(output.status()).isZero();
    }
}
