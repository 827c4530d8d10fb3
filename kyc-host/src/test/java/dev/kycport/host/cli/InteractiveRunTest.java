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
    void everything_that_is_missing_is_asked_for() {
        CliHarness.Output output = new CliHarness()
                .withAnswers("direct-otp", "y", NUMBER, "123456")
                .run("run");

        assertThat(output.out())
                .contains("Which flow?", "Do you agree?", "Aadhaar number", "Six-digit code", "Asha Test Rao");
        assertThat(output.status()).isZero();
    }

    @Test
    void number_and_code_are_typed_without_echo() {
        CliHarness.Output output =
                new CliHarness().withAnswers("y", NUMBER, "KYC42", "123456").run("run --flow captcha-otp");

        assertThat(output.keyboard().orElseThrow().hidden).containsExactly(NUMBER, "123456");
    }

    @Test
    void a_mistyped_value_is_asked_for_again() {
        CliHarness.Output output = new CliHarness()
                .withAnswers("maybe", "y", "9999 4105 7059", NUMBER, "12345", "123456")
                .run("run --flow direct-otp");

        assertThat(output.out()).contains("Needs y for yes or n for no.", "Fails its check digit", "Must be 6 digits.");
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
    void a_wrong_captcha_brings_a_new_picture() {
        CliHarness.Output output = new CliHarness()
                .withAnswers("y", NUMBER, "KYC41", "KYC43", "123456")
                .run("run --flow captcha-otp");

        assertThat(output.normalizedOut())
                .contains("captcha-1.png", "2 attempts left, on a new image", "captcha-2.png");
        assertThat(output.status()).isZero();
    }

    @Test
    void enter_alone_brings_another_picture() {
        CliHarness.Output output =
                new CliHarness().withAnswers("y", NUMBER, "", "KYC43", "123456").run("run --flow captcha-otp");

        assertThat(output.out()).contains("captcha-2.png");
        assertThat(output.status()).isZero();
    }

    @Test
    void the_picture_is_an_image_that_only_its_owner_can_read() throws Exception {
        CliHarness.Output output = new CliHarness().withAnswers("y", NUMBER).run("run --flow captcha-otp");

        Matcher path = Pattern.compile("\\S+captcha-1\\.png").matcher(output.out());
        assertThat(path.find()).isTrue();
        Path file = Path.of(path.group());
        assertThat(Files.readAllBytes(file)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    @Test
    void enter_alone_for_a_new_code_tells_how_long_to_wait_for_one() {
        CliHarness.Output output =
                new CliHarness().withAnswers("y", NUMBER, "", "y", "123456").run("run --flow direct-otp");

        assertThat(output.normalizedOut())
                .containsPattern("Wait 4[0-9] s before another")
                .contains("Go on?");
        assertThat(output.status()).isZero();
    }

    @Test
    void after_a_provider_failure_the_person_may_go_on_or_stop() {
        CliHarness.Output output =
                new CliHarness().withAnswers("y", "999955183433", "y", "n").run("run --flow direct-otp");

        assertThat(output.out()).contains("The source behind fake is down.", "Go on?");
        assertThat(output.status()).isEqualTo(3);
    }

    @Test
    void who_does_not_agree_is_not_asked_for_anything_else() {
        CliHarness.Output output = new CliHarness().withAnswers("n", NUMBER).run("run --flow direct-otp");

        assertThat(output.out()).contains("ended: declined").doesNotContain("Aadhaar number or virtual id");
        assertThat(output.status()).isEqualTo(1);
    }

    @Test
    void who_leaves_cancels_the_session() {
        CliHarness.Output output = new CliHarness().withAnswers("y", NUMBER).run("run --flow direct-otp");

        assertThat(output.out()).contains("ended: cancelled");
        assertThat(output.status()).isEqualTo(1);
    }

    @Test
    void the_address_of_digilocker_is_shown_and_the_way_back_asked_for() {
        CliHarness.Output output = new CliHarness()
                .withAnswers("y", "https://localhost/kyc/return?code=granted&state={state}")
                .run("run --flow digilocker --documents aadhaar,pan");

        assertThat(output.out()).contains("https://fake.invalid/authorize?state=", "PAN card", "Document    pan, PDF");
        assertThat(output.status()).isZero();
    }

    @Test
    void who_is_given_everything_asks_nothing() {
        CliHarness.Output output =
                new CliHarness().withAnswers().run("run --flow direct-otp --aadhaar 999941057058 --otp 111111");

        assertThat(output.out()).doesNotContain("?").contains("otp.wrong-code");
        assertThat(output.err()).contains("consent is recorded as given on the word of whoever runs this command");
        assertThat(output.status()).isEqualTo(1);
    }

    @Test
    void a_dash_is_asked_for_like_a_missing_value() {
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
