package dev.kycport.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InvalidInputTest {

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "--aadhaar, 99994105705,          aadhaar may hold only|must be 12 digits",
        "--aadhaar, 999941057059,         fails its check digit",
        "--aadhaar, 999941O57058,         may hold only the digits 0-9",
        "--aadhaar, 9999-4105-7059,       fails its check digit",
        "--aadhaar, 9999__4105_7059,      fails its check digit",
        "--aadhaar, 099941057058,         must start with a digit from 2 to 9",
        "--aadhaar, \u0969\u0969\u0969\u0969\u0969\u0969\u0969\u0969\u0969\u0969\u0969\u0969, may hold only the digits 0-9",
        "--aadhaar, '',                   must not be empty",
        "--aadhaar, 1111_1111_1111_111,   aadhaar must be 16 digits",
        "--otp,     12345,                otp must be 6 digits",
        "--otp,     1234567,              otp must be 6 digits",
        "--otp,     12345a,               otp may hold only the digits 0-9",
        "--otp,     \u0967\u0968\u0969\u096A\u096B\u096C, otp may hold only the digits 0-9",
        "--otp,     '',                   otp must be 6 digits",
        "--captcha, KYC\u00DD42,          captcha may hold only letters",
        "--captcha, '',                   captcha must not be empty",
        "--return-url, https://localhost/, return-url has no query",
        "--return-url, state=s-1,         return-url has no query",
        "--purpose, '',                   purpose must not be empty",
        "--purpose, a\u0007b,             purpose must not hold control characters",
        "--subject, 999941057058,         subject must not look like an identity number",
        "--subject, cust-999971658847,    subject must not look like an identity number",
        "--purpose, loan_of_9999_4105_7058, purpose must not contain an identity number",
        "--redirect-url, https://h.example/999941057058, redirect-url must not contain an identity number",
        "--subject, '',                   subject must not be empty",
        "--flow,    direct,               flow must be one of",
        "--provider, nobody,              provider is not on the class path",
        "--documents, passport,           document must be one of",
        "--redirect-url, http://example.invalid/, redirect-url must be an https URL"
    })
    void is_rejected_with_its_reason_before_anything_happens(String option, String value, String reason) {
        CliHarness.Output output = run(option, value);

        assertThat(output.err()).containsAnyOf(reason.split("\\|", -1));
        assertThat(output.status()).isEqualTo(2);
        assertThat(FakeProviderValuesTest.json(output).path("session").isNull()).isTrue();
        assertThat(FakeProviderValuesTest.json(output)
                        .path("failure")
                        .path("code")
                        .asText())
                .isEqualTo("input.invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "--aadhaar, 999941057059",
        "--aadhaar, 99994105705x",
        "--otp, 98765",
        "--captcha, K\u00DCC42",
        "--return-url, secretive"
    })
    void is_never_echoed(String option, String value) {
        assertThat(run(option, value).allOutput()).doesNotContain(value);
    }

    @Test
    void a_huge_value_is_refused_with_a_short_message() {
        CliHarness.Output output = run("--aadhaar", "9".repeat(1_000_000));

        assertThat(output.status()).isEqualTo(2);
        assertThat(output.err()).hasSizeLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run --otp 876543 --otp 876544",
                "run --otpp=876543",
                "run --otpp 876543",
                "run 876543",
                "run --aadhaar 9999 8765 4358",
                "run --json=876543",
                "run -v876543",
                "run --otp",
                "876543",
                "--876543",
                "run --flow direct-otp @876543",
                "run --flow=direct-otp --flow=876543"
            })
    void a_usage_error_is_not_echoed(String command) {
        CliHarness.Output output = new CliHarness().run(command);

        assertThat(output.status()).isEqualTo(2);
        assertThat(output.allOutput()).doesNotContain("8765", "4358").contains("kyc: ", "--help");
        assertThat(output.out()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "run --otp 111111 --otp 222222, --otp is given twice",
        "run --otp,                     --otp has no value",
        "run --otpp 111111,             did you mean --otp?",
        "consent withdraw -AAAAAAAAAAAAAAAAAAAAA, put -- before a value that starts with -",
        "run --aadhaar 9999 4105 7058,  quote values that contain spaces",
        "run --json=maybe,              --json has an invalid value",
        "dmeo,                          'known: demo, run, serve, api-key, providers, verify-document, evidence, consent'"
    })
    void a_usage_error_is_explained(String command, String explanation) {
        assertThat(new CliHarness().run(command).err()).contains(explanation);
    }

    private static CliHarness.Output run(String option, String value) {
        return new CliHarness().run(arguments(option, value));
    }

    private static String[] arguments(String option, String value) {
        String spaced = value.replace('_', ' ');
        return option.equals("--flow")
                ? new String[] {"run", "--json", option, spaced}
                : new String[] {"run", "--json", "--flow", "captcha-otp", option, spaced};
    }
}
