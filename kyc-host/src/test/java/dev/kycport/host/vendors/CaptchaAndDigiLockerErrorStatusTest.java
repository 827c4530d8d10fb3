package dev.kycport.host.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.memory.InMemoryStoreFactory;
import dev.kycport.app.KycService;
import dev.kycport.app.KycServiceBuilder;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.SessionRequest;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.tck.http.HttpReply;
import dev.kycport.tck.http.ReceivedRequest;
import dev.kycport.tck.http.ServerReply;
import dev.kycport.tck.http.SocketServer;
import dev.kycport.tck.sample.MovableClock;
import dev.kycport.tck.sample.SampleSettings;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error status in every form of body, on each call of the captcha flow and of DigiLocker; a second provider stands in the route. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaptchaAndDigiLockerErrorStatusTest {

    private static final String OWN = "{'transaction_id': 't-9', 'sub_code': 'NEW', 'message': 'x'}";
    private static final List<String> BODIES = List.of(
            "",
            "<html><head><title>Error</title></head><body>nginx</body></html>",
            "{'message': 'Service Unavailable', 'request_id': '5a1c'}",
            OWN);

    /** The statuses with which the vendor says that it did nothing, in its own words. */
    private static final Set<Integer> PROOF = Set.of(401, 403, 429, 503);

    private static final String PERSON = "'name': 'Test Resident One', 'dateOfBirth': '01-02-1990', 'gender': 'M'";
    private static final Map<String, String> DOCUMENTED = Map.of(
            "/v1/ekyc/aadhaar/connect",
                    "{'data': {'session_id': 's-1', 'captcha': 'R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw=='}}",
            "/v1/ekyc/aadhaar/reload-captcha",
                    "{'data': {'session_id': 's-1', 'captcha': 'R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw=='}}",
            "/v1/ekyc/aadhaar/generate-otp", "{'sub_code': 'SUCCESS', 'transaction_id': 't-1'}",
            "/v1/ekyc/aadhaar/verify-otp", "{'sub_code': 'SUCCESS', 'data': {" + PERSON + "}}",
            "/v1/kyc/digilocker/initiate-session",
                    "{'transaction_id': 'd-1', 'data': {'authorization_url': 'https://vendor.example/r?state=d-1'}}",
            "/v1/kyc/digilocker/access-token",
                    "{'sub_code': 'SUCCESS', 'data': {'name': 'Test Resident One', 'dob': '01021990', 'gender': 'M'}}",
            "/v1/kyc/digilocker/eaadhaar",
                    "{'sub_code': 'SUCCESS', 'data': {'masked_uid': 'xxxxxxxx7058', 'proof_of_identity': {'name':"
                            + " 'Test Resident One', 'dob': '01-02-1990', 'gender': 'M'}}}");

    private static final AtomicInteger REQUESTS = new AtomicInteger();
    private static final SocketServer VENDOR = SocketServer.start(CaptchaAndDigiLockerErrorStatusTest::replyTo);
    private static final Random RANDOM = new Random(12);
    private static final KycService HOST = host();
    private static volatile String failing = "";
    private static volatile HttpReply failure = HttpReply.of(500);

    @AfterAll
    static void stop() {
        HOST.close();
        VENDOR.close();
    }

    /** A call of the vendor, and how a session comes to it. */
    enum Step {
        CAPTCHA(Flow.CAPTCHA_OTP, "/v1/ekyc/aadhaar/connect"),
        RELOAD(Flow.CAPTCHA_OTP, "/v1/ekyc/aadhaar/reload-captcha"),
        ANSWER(Flow.CAPTCHA_OTP, "/v1/ekyc/aadhaar/generate-otp"),
        CODE(Flow.CAPTCHA_OTP, "/v1/ekyc/aadhaar/verify-otp"),
        OFFER(Flow.DIGILOCKER, "/v1/kyc/digilocker/initiate-session"),
        GRANT(Flow.DIGILOCKER, "/v1/kyc/digilocker/access-token"),
        DOCUMENTS(Flow.DIGILOCKER, "/v1/kyc/digilocker/eaadhaar");

        private final Flow flow;
        private final String path;

        Step(Flow flow, String path) {
            this.flow = flow;
            this.path = path;
        }

        private boolean isFirst() {
            return this == CAPTCHA || this == OFFER;
        }

        private void take(SessionId id) {
            switch (this) {
                case CAPTCHA -> HOST.startCaptcha(id);
                case RELOAD -> HOST.reloadCaptcha(id);
                case ANSWER -> HOST.submitCaptcha(id, Canary.DEFAULT.aadhaar(), Canary.DEFAULT.captchaAnswer());
                case CODE -> HOST.submitCode(id, Canary.DEFAULT.otpCode());
                case OFFER -> HOST.startDigiLocker(id, SampleValues.anyRedirectUrl(), SampleValues.everyDocument());
                case GRANT -> HOST.handleDigiLockerReturn(id, "https://host.example/kyc/return?code=c1&state=d-1");
                case DOCUMENTS -> HOST.fetchDocuments(id);
            }
        }

        private Stream<Step> before() {
            return Stream.of(values()).filter(step -> step.flow == flow && step.compareTo(this) < 0 && step != RELOAD);
        }
    }

    static Stream<Arguments> replies() {
        return Stream.of(Step.values()).flatMap(step -> BODIES.stream().map(body -> Arguments.of(step, body)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("replies")
    @Tag("P3")
    @Tag("P4")
    @Tag("P7")
    void no_error_status_repeats_a_call_or_gives_an_attempt_back_or_asks_the_next_provider(Step step, String body) {
        for (int status = 400; status < 600; status++) {
            boolean proves = body.equals(OWN) && PROOF.contains(status);
            failing = "";
            SessionId id = consented(step.flow);
            step.before().forEach(before -> before.take(id));
            int attempts = attemptsLeft(find(id));
            failing = step.path;
            failure = HttpReply.of(status).withBody(body.replace('\'', '"'));
            REQUESTS.set(0);

            step.take(id);

            assertThat(REQUESTS.get())
                    .as("requests of %s that met %d", step, status)
                    .isOne();
            assertThat(find(id).header().provider().value())
                    .as("provider after %s met %d", step, status)
                    .isEqualTo(proves && step.isFirst() ? "fake" : "deepvue");
            if (step.isFirst()) {
                continue;
            }
            assertThat(attemptsLeft(find(id)))
                    .as("attempts left after %s met %d", step, status)
                    .isEqualTo(proves || !costsAttempt(step) ? attempts : attempts - 1);
        }
    }

    private static boolean costsAttempt(Step step) {
        return step == Step.ANSWER || step == Step.CODE;
    }

    // A captcha whose answer has an unknown outcome is gone for good: the session is in doubt about the code.
    private static int attemptsLeft(KycSession session) {
        if (session instanceof KycSession.AwaitingCaptcha<?> captcha) {
            return captcha.captcha()
                    .shownImage()
                    .map(CaptchaChallenge.Shown::attemptsLeft)
                    .orElse(0);
        }
        if (session instanceof KycSession.AwaitingOtp<?> otp) {
            return otp.otp() instanceof OtpChallenge.AwaitingCode awaiting ? awaiting.attemptsLeft() : 2;
        }
        return 0;
    }

    private static SessionId consented(Flow flow) {
        SessionRequest request = SessionRequest.parse(
                        flow.code(), "customer-7", "opening an account", SampleValues.anyNotice())
                .get();
        SessionId id = HOST.open(request).get().session().id();
        HOST.giveConsent(id, ConsentMethod.CHECKBOX).get();
        return id;
    }

    private static KycSession find(SessionId id) {
        return HOST.findSession(id).get();
    }

    private static ServerReply replyTo(ReceivedRequest request) {
        if (request.path().equals(failing)) {
            REQUESTS.incrementAndGet();
            return failure;
        }
        String documented = DOCUMENTED.get(request.path());
        return documented == null ? HttpReply.of(404) : HttpReply.json(documented.replace('\'', '"'));
    }

    // Without guards: their circuit breakers would open, and hide what the call itself leads to.
    private static KycService host() {
        MovableClock clock = MovableClock.atSampleTime();
        KycServiceBuilder builder =
                KycService.builder(InMemoryStoreFactory.stores(), new KycEnvironment(clock, size -> {
                    byte[] bytes = new byte[size];
                    RANDOM.nextBytes(bytes);
                    return bytes;
                }));
        List<ProviderId> route = List.of(new ProviderId("deepvue"), new ProviderId("fake"));
        Map<String, Object> settings = Map.of(
                "base-url", VENDOR.url(), "client-id", Canary.DEFAULT.id(), "client-secret", Canary.DEFAULT.secret());
        for (ProviderFactory factory : ServiceLoader.load(ProviderFactory.class)) {
            if (route.contains(factory.id())) {
                builder.registerProvider(factory.create(new SampleSettings(settings), clock));
            }
        }
        return builder.route(Flow.CAPTCHA_OTP, route)
                .route(Flow.DIGILOCKER, route)
                .build();
    }
}
