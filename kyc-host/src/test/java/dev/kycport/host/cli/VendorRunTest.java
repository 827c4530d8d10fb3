package dev.kycport.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line at Deepvue and AccuAuth, each on a loopback port. Whatever happens, nothing secret is printed (P2). */
@Tag("P2")
@DisplayNameGeneration(ReplaceUnderscores.class)
class VendorRunTest {

    private static final String V1 = "/v1/ekyc/aadhaar/";
    private static final String V2 = "/v2/ekyc/aadhaar/";
    private static final String DIGILOCKER = "/v1/kyc/digilocker/";
    private static final String ACCUAUTH = "/verify/";

    /** What each flow is given, and whom it asks what for that. */
    private static final Map<String, String> GIVEN = Map.of(
            "direct-otp", " --aadhaar " + VendorStubs.AADHAAR + " --otp " + VendorStubs.CODE,
            "captcha-otp",
                    " --aadhaar " + VendorStubs.AADHAAR + " --captcha " + VendorStubs.CAPTCHA + " --otp "
                            + VendorStubs.CODE,
            "digilocker",
                    " --redirect-url https://kyc.example/return --return-url ?code=" + VendorStubs.GRANT
                            + "&state={state}");

    private static final String TOUR = "demo --provider deepvue --aadhaar - --captcha - --otp - --return-url -"
            + " --redirect-url https://kyc.example/return";

    private static final VendorStubs VENDORS = new VendorStubs();

    @BeforeAll
    static void start() {
        VENDORS.start();
    }

    @AfterAll
    static void stop() {
        VENDORS.stop();
    }

    @BeforeEach
    void recover() {
        VENDORS.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "deepvue,  direct-otp,  " + V2 + "generate-otp, " + V2 + "verify-otp",
        "deepvue,  captcha-otp, " + V1 + "generate-otp, " + V1 + "verify-otp",
        "deepvue,  digilocker,  " + DIGILOCKER + "access-token, " + DIGILOCKER + "eaadhaar",
        "accuauth, direct-otp,  " + ACCUAUTH + "send_aadhaar_otp, " + ACCUAUTH + "validate_aadhaar_otp"
    })
    void every_flow_verifies_with_credentials_of_the_environment(
            String provider, String flow, String step, String last) {
        CliHarness.Output output = told(at(provider).run(run(provider, flow) + " --json"));
        CliHarness.Output plain = told(at(provider).run(run(provider, flow)));

        JsonNode json = FakeProviderValuesTest.json(output);
        assertThat(json.path("state").asText()).isEqualTo("verified");
        assertThat(json.path("provider").asText()).isEqualTo(provider);
        assertThat(json.path("failure").isNull()).isTrue();
        assertThat(json.path("identity").path("name").asText()).isEqualTo("Test Resident One");
        assertThat(output.err()).isEmpty();
        assertThat(plain.out()).contains("Name        Test Resident One", "State       verified");
        assertThat(output.status()).isZero();
        assertThat(plain.status()).isZero();
        assertThat(VENDORS.requestedPaths()).contains(step).endsWith(last);
        assertThat(VENDORS.received(VendorStubs.ID)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"deepvue, client-id, client-secret", "accuauth, api-id, api-secret"})
    void credentials_may_lie_in_files(String provider, String id, String secret, @TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("id"), VendorStubs.ID + "\n");
        Files.writeString(folder.resolve("secret"), VendorStubs.SECRET + "\n");
        Path config = Files.writeString(folder.resolve("kyc.conf"), """
                kyc {
                  profile = development
                  store.url = memory
                  providers.%s { base-url = "%s", %s-file = "%s", %s-file = "%s" }
                  routes.direct-otp = [%1$s]
                }
                """.formatted(
                        provider, VENDORS.url(), id, folder.resolve("id"), secret, folder.resolve("secret")));

        CliHarness.Output output = told(new CliHarness()
                .run(("run --json --flow direct-otp --config " + config + GIVEN.get("direct-otp")).split(" ")));

        assertThat(FakeProviderValuesTest.json(output).path("state").asText()).isEqualTo("verified");
        assertThat(output.status()).isZero();
        assertThat(VENDORS.received(VendorStubs.SECRET)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deepvue", "accuauth"})
    void number_and_code_may_come_from_standard_input(String provider) {
        CliHarness.Output output = told(at(provider)
                .withInput("9999 4105 7058", VendorStubs.CODE)
                .run("run --json --flow direct-otp --provider " + provider + " --aadhaar - --otp -"));

        assertThat(FakeProviderValuesTest.json(output).path("state").asText()).isEqualTo("verified");
        assertThat(output.status()).isZero();
        assertThat(VENDORS.received(VendorStubs.AADHAAR)).isTrue();
        assertThat(VENDORS.received(VendorStubs.CODE)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                deepvue  | direct-otp  | /v2/ekyc/aadhaar/verify-otp   | otp.wrong-code                 | {'sub_code': 'INVALID_INPUT', 'message': 'OTP 741852 is wrong'}
                deepvue  | captcha-otp | /v1/ekyc/aadhaar/generate-otp | captcha.wrong                  | {'sub_code': 'INVALID_INPUT', 'message': 'captcha CANARY-KYC42 is wrong'}
                deepvue  | direct-otp  | /v2/ekyc/aadhaar/generate-otp | otp.not-sent.mobile-not-linked | {'sub_code': 'AADHAAR_MOBILE_NOT_LINKED', 'message': '999941057058'}
                accuauth | direct-otp  | /verify/validate_aadhaar_otp  | otp.wrong-code                 | {'status': 'INVALID_ARGUMENT', 'reason': 'invalid otp_code 741852'}
                accuauth | direct-otp  | /verify/send_aadhaar_otp      | otp.not-sent.number-invalid    | {'status': 'INVALID_ARGUMENT', 'reason': 'invalid aadhaar_no 999941057058'}
                """)
    void a_verdict_is_printed_and_exits_with_one(String provider, String flow, String path, String code, String body) {
        VENDORS.stub(path, 400, body);

        CliHarness.Output output = told(at(provider).run(run(provider, flow) + " --json"));
        CliHarness.Output plain = told(at(provider).run(run(provider, flow)));

        assertThat(FakeProviderValuesTest.json(output)
                        .path("failure")
                        .path("code")
                        .asText())
                .isEqualTo(code);
        assertThat(output.status()).isEqualTo(1);
        assertThat(plain.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                deepvue  | direct-otp  | /v2/ekyc/aadhaar/generate-otp   | 500 | source.down          | {'code': 500, 'sub_code': 'SOURCE_FAILURE', 'transaction_id': 't-9', 'message': '999941057058'}
                deepvue  | captcha-otp | /v1/ekyc/aadhaar/connect        | 401 | provider.credentials | {'detail': 'Not authenticated CANARY-SECRET'}
                deepvue  | digilocker  | /v1/kyc/digilocker/access-token | 429 | provider.throttled   | {'detail': 'Rate limit exceeded. CANARY-GRANT'}
                accuauth | direct-otp  | /verify/validate_aadhaar_otp    | 513 | source.timed-out     | {'status': 'SOURCE_SERVICE_TIMEOUT', 'request_id': 'TID9', 'reason': '741852'}
                accuauth | direct-otp  | /verify/send_aadhaar_otp        | 403 | provider.quota       | {'status': 'OUT_OF_QUOTA', 'reason': 'CANARY-SECRET'}
                """)
    void a_vendor_failure_is_printed_with_its_trace_and_exits_with_three(
            String provider, String flow, String path, int status, String code, String body) {
        VENDORS.stub(path, status, body);

        CliHarness.Output output = told(at(provider).run(run(provider, flow) + " --json"));
        CliHarness.Output plain = told(at(provider).run(run(provider, flow)));

        JsonNode failure = FakeProviderValuesTest.json(output).path("failure");
        assertThat(failure.path("code").asText()).isEqualTo(code);
        assertThat(failure.path("trace").path("provider").asText()).isEqualTo(provider);
        assertThat(failure.path("trace").path("httpStatus").asInt()).isEqualTo(status);
        assertThat(output.status()).isEqualTo(3);
        assertThat(plain.status()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"deepvue, DEEPVUE_CLIENT_ID, DEEPVUE_CLIENT_SECRET", "accuauth, ACCUAUTH_API_ID, ACCUAUTH_API_SECRET"})
    void without_credentials_nobody_is_asked(String provider, String id, String secret) {
        CliHarness.Output output = told(new CliHarness().run(run(provider, "direct-otp")));

        assertThat(output.err()).contains(id, secret);
        assertThat(output.status()).isEqualTo(2);
        assertThat(VENDORS.requestedPaths()).isEmpty();
    }

    @Test
    void a_run_of_all_flows_passes_the_redirect_url() {
        CliHarness.Output output = told(at("deepvue")
                .withInput(
                        "9999 4105 7058",
                        VendorStubs.CAPTCHA,
                        VendorStubs.CODE,
                        "9999 4105 7058",
                        VendorStubs.CODE,
                        "?code=" + VendorStubs.GRANT + "&state={state}")
                .run(TOUR));

        assertThat(output.out().split("State       verified", -1)).hasSize(4);
        assertThat(output.status()).isZero();
        assertThat(VENDORS.received("https://kyc.example/return")).isTrue();
        assertThat(VENDORS.received("localhost/kyc")).isFalse();
    }

    @Test
    void a_run_of_all_flows_continues_after_a_failure_and_exits_with_the_first_status() {
        VENDORS.stub("/v1/ekyc/aadhaar/connect", 401, "{'detail': 'Not authenticated'}");
        VENDORS.stub("/v2/ekyc/aadhaar/verify-otp", 400, "{'sub_code': 'INVALID_INPUT', 'message': 'wrong OTP'}");

        CliHarness.Output output = told(at("deepvue")
                .withInput("9999 4105 7058", VendorStubs.CODE, "?code=" + VendorStubs.GRANT + "&state={state}")
                .run(TOUR));

        assertThat(output.out().split("State       verified", -1)).hasSize(2);
        assertThat(output.status()).isEqualTo(3);
        assertThat(VENDORS.requestedPaths()).endsWith("/v1/kyc/digilocker/eaadhaar");
    }

    @Test
    void a_run_of_all_flows_that_could_not_finish_calls_no_vendor() {
        CliHarness.Output output = told(at("deepvue").run(TOUR.replace(" --return-url -", "")));

        assertThat(output.err()).contains("pass --return-url");
        assertThat(output.status()).isEqualTo(2);
        assertThat(VENDORS.requestedPaths()).isEmpty();
    }

    private static CliHarness at(String provider) {
        String name = provider.toUpperCase(Locale.ROOT);
        String kind = provider.equals("deepvue") ? "_CLIENT_" : "_API_";
        return new CliHarness()
                .with(name + kind + "ID", VendorStubs.ID)
                .with(name + kind + "SECRET", VendorStubs.SECRET)
                .with(name + "_BASE_URL", VENDORS.url());
    }

    private static String run(String provider, String flow) {
        return "run --provider " + provider + " --flow " + flow + GIVEN.get(flow);
    }

    // Fractions of seconds may hold any digits.
    private static CliHarness.Output told(CliHarness.Output output) {
        assertThat(output.allOutput().replaceAll("\\.[0-9]+Z", "Z"))
                .doesNotContain(VendorStubs.AADHAAR, "9999 4105", VendorStubs.CODE, "CANARY");
        return output;
    }
}
