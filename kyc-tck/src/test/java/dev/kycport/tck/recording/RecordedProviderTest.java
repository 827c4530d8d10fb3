package dev.kycport.tck.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.Flow;
import dev.kycport.tck.ContractFixtures;
import dev.kycport.tck.ContractRun;
import dev.kycport.tck.ToyHttpClient;
import dev.kycport.tck.secrecy.Canary;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordedProviderTest {

    @AfterEach
    void forget() {
        ContractFixtures.DEFECTS.remove();
        System.clearProperty("kycport.tck.hang-limit");
    }

    @Test
    void a_gateway_that_keeps_to_its_recordings_passes_every_test() {
        ContractRun contractRun = ContractRun.of(ContractFixtures.Http.class);

        assertThat(contractRun.green()).isEqualTo(ContractRun.testsOf(ContractFixtures.Http.class));
    }

    @ParameterizedTest
    @EnumSource
    void a_defect_of_the_http_client_is_caught(ToyHttpClient.Defect defect) {
        System.setProperty("kycport.tck.hang-limit", "2");
        ContractFixtures.DEFECTS.set(Set.of(defect));

        assertThat(ContractRun.of(ContractFixtures.Http.class, defect.caughtBy).red())
                .contains(defect.caughtBy);
    }

    @Test
    void a_missing_recording_is_named() {
        assertThatThrownBy(() -> playing("nobody", ProviderBehaviour.WRONG_CODE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("src/test/resources/nobody/direct-otp/wrong-code.json");
    }

    @Test
    void what_nobody_reads_in_a_recording_is_refused() {
        isRefused(ProviderBehaviour.CODE_SENT, "unknown key qeury");
        isRefused(ProviderBehaviour.WRONG_CODE, "unknown placeholder ${adhar}");
        isRefused(ProviderBehaviour.RIGHT_CODE, "is not JSON");
        isRefused(ProviderBehaviour.CODE_EXPIRED, "holds no exchanges");
        isRefused(ProviderBehaviour.SESSION_LOST, "no fault is called explodes");
    }

    @Test
    void a_request_that_is_not_as_recorded_is_reported_without_its_secrets() throws Exception {
        try (RecordedProvider toy = playing("toy", ProviderBehaviour.CODE_SENT)) {
            post(toy.baseUrl(), "/otp?purpose=ForKYC&number=" + Canary.DEFAULT.number(), "n=" + Canary.DEFAULT.otp());

            assertThat(toy.mismatches())
                    .contains("POST /otp: query number: expected <(absent)>, was <${number}>")
                    .contains("POST /otp: form n: expected <(absent)>, was <${otp}>")
                    .contains("POST /otp: header client-id: expected <${client-id}>, was <(absent)>");
            assertThat(Canary.DEFAULT.findIn("mismatches", toy.mismatches())).isEmpty();
        }
    }

    @Test
    void requests_are_counted_and_repeats_are_reported() throws Exception {
        try (RecordedProvider toy = playing("toy", ProviderBehaviour.EMPTY_REPLY)) {
            post(toy.baseUrl(), "/otp", "");
            post(toy.baseUrl(), "/otp", "");

            assertThat(toy.requestCount()).isEqualTo(2);
            assertThat(toy.repeatedRequests()).containsExactly("POST /otp came 2 times");
        }
    }

    @Test
    void a_provider_knows_nothing_of_the_one_before() throws Exception {
        try (RecordedProvider before = playing("toy", ProviderBehaviour.EMPTY_REPLY)) {
            post(before.baseUrl(), "/otp", "");
        }

        try (RecordedProvider after = playing("toy", ProviderBehaviour.EMPTY_REPLY)) {
            assertThat(after.requestCount()).isZero();
        }
    }

    private static void isRefused(ProviderBehaviour behaviour, String because) {
        assertThatThrownBy(() -> playing("odd", behaviour))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(because);
    }

    private static RecordedProvider playing(String vendor, ProviderBehaviour behaviour) {
        return RecordedProvider.replay(vendor, Flow.DIRECT_OTP, behaviour, Canary.DEFAULT);
    }

    private static void post(URI base, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<Void> reply = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        assertThat(reply.statusCode()).isIn(200, 404);
    }
}
