package dev.kycport.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InteractiveRunTest {

    private static final String NUMBER = "9999 4105 7058";

    @Test
    void every_missing_answer_is_asked_for() {
        CliHarness.Output output = new CliHarness()
                .withAnswers("direct-otp", "y", NUMBER, "123456")
                .run("run");

        assertThat(output.out())
                .contains("Which flow?", "Do you agree?", "Aadhaar number", "Six-digit code", "Asha Test Rao");
        assertThat(output.status()).isZero();
    }

    @Test
    void number_and_code_are_read_without_echo() {
        CliHarness.Output output =
                new CliHarness().withAnswers("y", NUMBER, "KYC42", "123456").run("run --flow captcha-otp");

        assertThat(output.keyboard().orElseThrow().hidden).containsExactly(NUMBER, "123456");
    }

    @Test
    void a_mistyped_value_is_asked_for_again() {
        CliHarness.Output output = new CliHarness()
                .withAnswers("maybe", "y", "9999 4105 7059", NUMBER, "12345", "123456")
                .run("run --flow direct-otp");

        assertThat(output.out()).contains("Must be y or n.", "Fails its check digit", "Must be 6 digits.");
        assertThat(output.status()).isZero();
    }

    @Test
    void a_wrong_code_is_asked_for_again_while_attempts_are_left() {
        CliHarness.Output output = new CliHarness()
                .withAnswers("y", NUMBER, "111111", "222222", "333333")
                .run("run --flow direct-otp");

        assertThat(output.out()).contains("2 attempts left", "1 attempt left", "ended: locked", "otp.locked");
        assertThat(output.status()).isEqualTo(1);
    }

    @Test
    void a_wrong_captcha_loads_a_new_image() {
        CliHarness.Output output = new CliHarness()
                .withAnswers("y", NUMBER, "KYC41", "KYC43", "123456")
                .run("run --flow captcha-otp");

        assertThat(output.normalizedOut())
                .contains("captcha-1.png", "2 attempts left, on a new image", "captcha-2.png");
        assertThat(output.status()).isZero();
    }

    @Test
    void enter_loads_another_image() {
        CliHarness.Output output =
                new CliHarness().withAnswers("y", NUMBER, "", "KYC43", "123456").run("run --flow captcha-otp");

        assertThat(output.out()).contains("captcha-2.png");
        assertThat(output.status()).isZero();
    }

    @Test
    void the_image_file_can_be_read_by_its_owner_only() throws Exception {
        CliHarness.Output output = new CliHarness().withAnswers("y", NUMBER).run("run --flow captcha-otp");

        Matcher path = Pattern.compile("\\S+captcha-1\\.png").matcher(output.out());
        assertThat(path.find()).isTrue();
        Path file = Path.of(path.group());
        assertThat(Files.readAllBytes(file)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    @Test
    void enter_for_a_new_code_says_how_long_to_wait() {
        CliHarness.Output output =
                new CliHarness().withAnswers("y", NUMBER, "", "y", "123456").run("run --flow direct-otp");

        assertThat(output.normalizedOut())
                .containsPattern("Wait 4[0-9] s before the next attempt")
                .contains("Continue?");
        assertThat(output.status()).isZero();
    }

    @Test
    void after_a_provider_failure_the_person_may_continue_or_stop() {
        CliHarness.Output output =
                new CliHarness().withAnswers("y", "999955183433", "y", "n").run("run --flow direct-otp");

        assertThat(output.out()).contains("The source behind fake is down.", "Continue?");
        assertThat(output.status()).isEqualTo(3);
    }

    @Test
    void after_a_decline_nothing_else_is_asked() {
        CliHarness.Output output = new CliHarness().withAnswers("n", NUMBER).run("run --flow direct-otp");

        assertThat(output.out()).contains("ended: declined").doesNotContain("Aadhaar number or virtual id");
        assertThat(output.status()).isEqualTo(1);
    }

    @Test
    void end_of_input_cancels_the_session() {
        CliHarness.Output output = new CliHarness().withAnswers("y", NUMBER).run("run --flow direct-otp");

        assertThat(output.out()).contains("ended: cancelled");
        assertThat(output.status()).isEqualTo(1);
    }

    @Test
    void the_url_of_digilocker_is_shown_and_the_return_url_asked_for() {
        CliHarness.Output output = new CliHarness()
                .withAnswers("y", "https://localhost/kyc/return?code=granted&state={state}")
                .run("run --flow digilocker --documents aadhaar,pan");

        assertThat(output.out()).contains("https://fake.invalid/authorize?state=", "PAN card", "Document    pan, PDF");
        assertThat(output.status()).isZero();
    }

    @Test
    void a_run_with_all_answers_asks_nothing() {
        CliHarness.Output output =
                new CliHarness().withAnswers().run("run --flow direct-otp --aadhaar 999941057058 --otp 111111");

        assertThat(output.out()).doesNotContain("?").contains("otp.wrong-code");
        assertThat(output.err()).contains("consent is recorded as given, as confirmed by the operator of this command");
        assertThat(output.status()).isEqualTo(1);
    }

    @Test
    void a_dash_is_asked_for_at_a_terminal() {
        CliHarness.Output output =
                new CliHarness().withAnswers("y", NUMBER, "123456").run("run --flow direct-otp --aadhaar - --otp -");

        assertThat(output.status()).isZero();
    }

    @Test
    void for_a_script_the_questions_go_to_standard_error() {
        CliHarness.Output output =
                new CliHarness().withAnswers("y", NUMBER, "123456").run("run --flow direct-otp --json");

        assertThat(FakeProviderValuesTest.json(output).path("state").asText()).isEqualTo("verified");
        assertThat(output.err()).contains("Do you agree?");
    }
}
