package dev.kycport.host.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error status in every form of body, with a route of two vendors. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ErrorStatusTest {

    private static final String PROXY = "{'message': 'Service Unavailable', 'request_id': '5a1c'}";
    private static final String PAGE = "<html><head><title>Error</title></head><body>nginx</body></html>";

    /** The circuit breakers never open, since every other call succeeds. */
    private static final String NEVER_OPEN = "\ndeepvue.guard.failure-rate = 100, accuauth.guard.failure-rate = 100";

    /** The statuses with which both vendors say that they did nothing. */
    private static final Set<Integer> PROOF = Set.of(401, 403, 429, 503);

    private static final StubbedVendor DEEPVUE = StubbedVendor.deepvue();
    private static final StubbedVendor ACCUAUTH = StubbedVendor.accuauth();

    // The first calls of a client load its classes, which takes longer than the vendors' time limits.
    @BeforeAll
    static void start() {
        DEEPVUE.start();
        ACCUAUTH.start();
        TestHost warmUp = TestHost.routed(List.of(DEEPVUE), DEEPVUE, ACCUAUTH);
        warmUp.start(warmUp.consented());
    }

    @AfterAll
    static void stop() {
        DEEPVUE.stop();
        ACCUAUTH.stop();
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                        vendors(DEEPVUE, ACCUAUTH, "{'transaction_id': 't-9', 'sub_code': 'NEW', 'message': 'x'}"),
                        vendors(ACCUAUTH, DEEPVUE, "{'request_id': 'TID9', 'status': 'NEW', 'reason': 'x'}"))
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> vendors(StubbedVendor first, StubbedVendor second, String own) {
        return Stream.of("", PAGE, PROXY, own)
                .map(body -> Arguments.of(first, second, body, body.equals(own) ? PROOF : Set.<Integer>of()));
    }

    @ParameterizedTest(name = "{0} says {2}")
    @MethodSource("bodies")
    @Tag("P3")
    void no_error_status_leads_to_two_codes(
            StubbedVendor first, StubbedVendor second, String body, Set<Integer> proof) {
        TestHost host = routed(first, second);
        for (int status = 400; status < 600; status++) {
            first.reset();
            second.reset();
            first.answerSend(status, body);
            host.start(host.consented());

            assertThat(first.sendRequests())
                    .as("codes of the first after %d", status)
                    .isOne();
            assertThat(second.sendRequests())
                    .as("codes of the second after %d", status)
                    .isEqualTo(proof.contains(status) ? 1 : 0);
            host.advance(Duration.ofHours(1));
        }
    }

    @ParameterizedTest(name = "{0} says {2}")
    @MethodSource("bodies")
    @Tag("P4")
    void no_error_status_gives_an_attempt_back(
            StubbedVendor first, StubbedVendor second, String body, Set<Integer> proof) {
        TestHost host = routed(first, second);
        first.reset();
        for (int status = 400; status < 600; status++) {
            first.answerVerify(status, body);
            SessionId id = host.consented();
            host.start(id);
            int before = attemptsLeft(host.find(id));

            String answer = host.submit(id);

            assertThat(attemptsLeft(host.find(id)))
                    .as("attempts left after %d, %s", status, answer)
                    .isEqualTo(proof.contains(status) ? before : before - 1);
            host.advance(Duration.ofHours(1));
        }
    }

    private static TestHost routed(StubbedVendor... route) {
        return TestHost.guarded(NEVER_OPEN, List.of(route));
    }

    private static int attemptsLeft(KycSession session) {
        return ((OtpChallenge.AwaitingCode) ((KycSession.AwaitingOtp<?>) session).otp()).attemptsLeft();
    }
}
