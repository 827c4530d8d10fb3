package dev.kycport.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NonInteractiveRunTest {

    @ParameterizedTest
    @CsvSource({
        "'',                                                     --flow",
        "--flow direct-otp,                                      --aadhaar",
        "--flow direct-otp --aadhaar 999941057058,               --otp",
        "--flow captcha-otp,                                     --aadhaar",
        "--flow captcha-otp --aadhaar 999941057058,              --captcha",
        "--flow captcha-otp --aadhaar 999941057058 --captcha KYC42, --otp",
        "--flow digilocker,                                      --return-url"
    })
    void what_is_missing_is_named(String options, String missing) {
        CliHarness.Output output = new CliHarness().run("run " + options);

        assertThat(output.err()).contains("is missing: pass " + missing + ", or run at a terminal");
        assertThat(output.status()).isEqualTo(2);
    }

    @Test
    void a_dash_reads_a_line_of_standard_input() {
        CliHarness.Output output = new CliHarness()
                .withInput("9999 4105 7058", "KYC42", "123456")
                .run("run --flow captcha-otp --aadhaar - --captcha - --otp - --json");

        assertThat(output.status()).isZero();
        assertThat(FakeProviderValuesTest.json(output).path("state").asText()).isEqualTo("verified");
        assertThat(output.err()).contains("captcha-1.png");
    }

    @Test
    void a_line_of_standard_input_is_checked_like_an_option() {
        CliHarness.Output output =
                new CliHarness().withInput("9999 4105 7058", "12345").run("run --flow direct-otp --aadhaar - --otp -");

        assertThat(output.err()).contains("otp must be 6 digits").doesNotContain("12345");
        assertThat(output.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999941057058\r", " 9999 4105 7058", "9999-4105-7058\u00A0"})
    void blanks_hyphens_and_line_ends_in_pasted_values_are_forgiven(String number) {
        CliHarness.Output output = new CliHarness()
                .withInput(number, "KYC-42 ", "123 456\r")
                .run("run --flow captcha-otp --aadhaar - --captcha - --otp - --json");

        assertThat(output.status()).isZero();
    }

    @Test
    void the_end_of_standard_input_is_reported() {
        CliHarness.Output output = new CliHarness().run("run --flow direct-otp --aadhaar - --otp 123456");

        assertThat(output.err()).contains("--aadhaar is -, but standard input has ended");
        assertThat(output.status()).isEqualTo(2);
    }

    // A promise to people: nobody gets a code that nobody could type in.
    @Test
    void a_real_provider_sends_no_code_that_could_not_be_entered() {
        CliHarness.Output output = new CliHarness()
                .with("SAMPLE_ACCESS_KEY", "k")
                .with("SAMPLE_CLIENT_SECRET", "s")
                .run("run --flow direct-otp --provider sample --aadhaar 999941057058 --json");

        assertThat(FakeProviderValuesTest.json(output).path("state").asText()).isEqualTo("consented");
        assertThat(output.err()).contains("otp is missing");
        assertThat(output.status()).isEqualTo(2);
    }

    @Test
    void the_result_is_printed_as_plain_text() {
        CliHarness.Output output = new CliHarness().run("run --flow direct-otp --aadhaar 999941057058 --otp 123456");

        assertThat(output.out())
                .contains("Name        Asha Test Rao", "Aadhaar     XXXX XXXX 7058", "State       verified")
                .doesNotContain("\u001B");
        assertThat(output.status()).isZero();
    }
}
