package dev.kycport.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
public class FakeProviderValuesTest {

    private static final String DIRECT = "run --flow direct-otp --provider fake --json ";
    private static final String CAPTCHA = "run --flow captcha-otp --provider fake --json ";
    private static final String DIGILOCKER = "run --flow digilocker --provider fake --json ";

    @ParameterizedTest(name = "{0}, {1}: {2}, {3}, exit {4}")
    @CsvSource({
        "999941057058, 123456, verified,     '',                           0",
        "9999_4105_7058, 123456, verified,   '',                           0",
        "9123456789012346, 123456, verified, '',                           0",
        "999941057058, 000000, awaiting-otp, otp.expired,                  1",
        "999941057058, 999999, awaiting-otp, provider.timed-out,           3",
        "999941057058, 111111, awaiting-otp, otp.wrong-code,               1",
        "999971658847, 123456, ended,        otp.not-sent.mobile-not-linked, 1",
        "999933119405, 123456, awaiting-otp, otp.not-sent.pending,         1",
        "999955183433, 123456, consented,    source.down,                  3",
        "999990501894, 123456, awaiting-otp, provider.timed-out,           3",
        "234123412346, 123456, ended,        otp.not-sent.number-invalid,  1"
    })
    void the_direct_flow_goes_by_the_table(String number, String code, String state, String failure, int status) {
        CliHarness.Output output = new CliHarness().run(DIRECT + "--aadhaar " + number + " --otp " + code);

        assertLed(output, state, failure, status);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}: {3}, {4}, exit {5}")
    @CsvSource({
        "999941057058, KYC42, 123456, verified,         '',                           0",
        "999941057058, KYC42, 000000, awaiting-otp,     otp.expired,                  1",
        "999941057058, KYC42, 999999, awaiting-otp,     provider.timed-out,           3",
        "999941057058, KYC42, 111111, awaiting-otp,     otp.wrong-code,               1",
        "999941057058, KYC43, 123456, awaiting-captcha, captcha.wrong,                1",
        "999971658847, KYC42, 123456, ended,            otp.not-sent.mobile-not-linked, 1",
        "999933119405, KYC42, 123456, awaiting-otp,     otp.not-sent.pending,         1",
        "999955183433, KYC42, 123456, awaiting-captcha, source.down,                  3",
        "999990501894, KYC42, 123456, awaiting-otp,     provider.timed-out,           3"
    })
    void the_captcha_flow_goes_by_the_table(
            String number, String captcha, String code, String state, String failure, int status) {
        CliHarness.Output output =
                new CliHarness().run(CAPTCHA + "--aadhaar " + number + " --captcha " + captcha + " --otp " + code);

        assertLed(output, state, failure, status);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}, exit {3}")
    @CsvSource({
        "'?code=granted&state={state}',                  verified,               '',                    0",
        "'https://localhost/a?state={state}&code=granted', verified,             '',                    0",
        "'?code=empty&state={state}',                    ended,                  authorization.empty,   1",
        "'?error=access_denied&state={state}',           ended,                  authorization.denied,  1",
        "'?code=other&state={state}',                    ended,                  authorization.denied,  1",
        "'?code=granted&state=of-another-session',       awaiting-authorization, authorization.foreign, 1",
        "'?code=granted',                                awaiting-authorization, input.invalid,         1",
        "'?state={state}',                               awaiting-authorization, input.invalid,         1"
    })
    void the_digilocker_flow_goes_by_the_table(String url, String state, String failure, int status) {
        CliHarness.Output output = new CliHarness().run(DIGILOCKER + "--return-url " + url);

        assertLed(output, state, failure, status);
    }

    @ParameterizedTest
    @CsvSource({
        "direct-otp --aadhaar 999971658847, ineligible",
        "captcha-otp --aadhaar 999971658847 --captcha KYC42, ineligible",
        "digilocker --return-url ?code=empty&state={state}, denied"
    })
    void only_an_ended_session_has_a_reason(String values, String reason) {
        assertThat(json(new CliHarness().run("run --json --provider fake --flow " + values))
                        .path("reason")
                        .asText())
                .isEqualTo(reason);
        assertThat(json(new CliHarness().run(DIRECT + "--aadhaar 999941057058 --otp 123456"))
                        .has("reason"))
                .isFalse();
    }

    @Test
    void the_object_has_its_fields_in_order() {
        JsonNode json = json(new CliHarness().run(DIRECT + "--aadhaar 999941057058 --otp 123456"));

        assertThat(names(json)).containsExactly("session", "flow", "provider", "state", "steps", "failure", "identity");
        assertThat(names(json.path("identity")))
                .containsExactly(
                        "name",
                        "dateOfBirth",
                        "gender",
                        "maskedAadhaar",
                        "address",
                        "photoBytes",
                        "documents",
                        "assurance");
        assertThat(json.path("session").asText()).matches("[A-Za-z0-9_-]{22}");
        assertThat(json.path("provider").asText()).isEqualTo("fake");
    }

    @Test
    void the_identity_is_that_of_asha() {
        JsonNode identity = json(new CliHarness().run(DIRECT + "--aadhaar 999941057058 --otp 123456"))
                .path("identity");

        assertThat(identity.path("name").asText()).isEqualTo("Asha Test Rao");
        assertThat(identity.path("dateOfBirth").asText()).isEqualTo("1990-02-01");
        assertThat(identity.path("gender").asText()).isEqualTo("F");
        assertThat(identity.path("maskedAadhaar").asText()).isEqualTo("XXXX XXXX 7058");
        assertThat(identity.path("address").path("pin").asText()).isEqualTo("560001");
        assertThat(identity.path("photoBytes").asInt()).isPositive();
    }

    @Test
    void steps_lists_every_change_of_state() {
        JsonNode json = json(new CliHarness().run(CAPTCHA + "--aadhaar 999941057058 --captcha KYC42 --otp 123456"));

        List<String> steps = new ArrayList<>();
        json.path("steps")
                .forEach(step -> steps.add(
                        step.path("from").asText() + ">" + step.path("to").asText()));

        assertThat(steps)
                .containsExactly(
                        "opened>consented",
                        "consented>awaiting-captcha",
                        "awaiting-captcha>awaiting-otp",
                        "awaiting-otp>verified");
    }

    @Test
    void a_failure_has_its_advice_and_trace() {
        JsonNode pending = json(new CliHarness().run(DIRECT + "--aadhaar 999933119405 --otp 123456"))
                .path("failure");
        JsonNode down = json(new CliHarness().run(DIRECT + "--aadhaar 999955183433 --otp 123456"))
                .path("failure");

        assertThat(names(pending)).containsExactly("code", "whose", "retry", "retryAfterSeconds", "trace");
        assertThat(pending.path("retry").asText()).isEqualTo("after");
        assertThat(pending.path("retryAfterSeconds").asInt()).isEqualTo(45);
        assertThat(down.path("retryAfterSeconds").isNull()).isTrue();
        assertThat(down.path("whose").asText()).isEqualTo("source");
        assertThat(down.path("trace").path("provider").asText()).isEqualTo("fake");
    }

    @Test
    void documents_are_those_that_were_asked_for() {
        JsonNode json =
                json(new CliHarness().run(DIGILOCKER + "--documents pan,dl --return-url ?code=granted&state={state}"));

        assertThat(json.path("identity").path("documents").findValuesAsText("type"))
                .containsExactly("pan", "dl");
        assertThat(json.path("identity").path("maskedAadhaar").isNull()).isTrue();
        assertThat(json.path("identity").path("photoBytes").asInt()).isZero();
    }

    private static void assertLed(CliHarness.Output output, String state, String failure, int status) {
        JsonNode json = json(output);
        assertThat(json.path("state").asText()).isEqualTo(state);
        assertThat(json.path("failure").path("code").asText("")).isEqualTo(failure);
        assertThat(json.path("failure").isNull()).isEqualTo(failure.isEmpty());
        assertThat(output.status()).isEqualTo(status);
        assertThat(output.err()).isEmpty();
    }

    private static List<String> names(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    public static JsonNode json(CliHarness.Output output) {
        try {
            return JsonMapper.builder().build().readTree(output.out());
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("not JSON: " + output.out(), malformed);
        }
    }
}
