package dev.kycport.app;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.adapter.fake.FakeProviderFactory;
import dev.kycport.adapter.memory.InMemoryStoreFactory;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.config.Plugins;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.otp.OtpPolicy;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.sample.MovableClock;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** One installation on a clock that stands still: the fake behind a watch, stores in memory, and a service over both. */
final class Harness {

    // No digits of it are those of a magic code.
    private static final Instant START = Instant.parse("2026-02-03T09:08:07Z");

    static final Duration GAP = OtpPolicy.DEFAULT.resendGap();

    final MovableClock clock;
    final Stores stores;
    final RecordingProvider provider;
    final KycService service;

    private final Random random = new Random(7);

    private Harness(FakeConfig config, Stores stores) {
        clock = MovableClock.at(START);
        this.stores = stores;
        provider = provider("fake", config);
        service = builderOn(stores).provider(provider).build();
    }

    private Harness(Harness same, KycService other) {
        clock = same.clock;
        stores = same.stores;
        provider = same.provider;
        service = other;
    }

    static Harness create() {
        return new Harness(FakeConfig.defaults(), InMemoryStoreFactory.stores());
    }

    static Harness withConfig(FakeConfig config) {
        return new Harness(config, InMemoryStoreFactory.stores());
    }

    /** One that remembers who a code is on its way to. */
    static Harness withPendingCodes() {
        KycConfig config = KycConfig.parse(
                "kyc { profile = development, store { url = memory, pending-codes = on } }",
                new Plugins(List.of(new FakeProviderFactory()), List.of(new InMemoryStoreFactory())),
                Map.of());
        KycConfig.StorePart store = config.store();
        return new Harness(FakeConfig.defaults(), store.factory().open(store.url(), store.settings()));
    }

    RecordingProvider provider(String name, FakeConfig config) {
        return new RecordingProvider(name, config, clock);
    }

    /** Another service in the same environment. */
    KycServiceBuilder builderOn(Stores others) {
        return KycService.builder(others, new KycEnvironment(clock, this::random));
    }

    /** The same world through the eyes of another service. */
    Harness withService(KycService other) {
        return new Harness(this, other);
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    SessionId opened(Flow flow) {
        return service.open(TestInputs.request(flow)).get().session().id();
    }

    SessionId consented(Flow flow) {
        SessionId id = opened(flow);
        service.giveConsent(id, ConsentMethod.CHECKBOX).get();
        return id;
    }

    /** A session of the direct flow whose code is on its way. */
    SessionId codeSent() {
        SessionId id = consented(Flow.DIRECT_OTP);
        service.startDirectOtp(id, TestInputs.number(TestInputs.SENT)).get();
        return id;
    }

    /** A session that holds the person's identity. */
    SessionId verified() {
        SessionId id = codeSent();
        submit(id, TestInputs.RIGHT).get();
        return id;
    }

    /** A session of the captcha flow with its first image. */
    SessionId captchaShown() {
        SessionId id = consented(Flow.CAPTCHA_OTP);
        service.startCaptcha(id).get();
        return id;
    }

    /** A session of the captcha flow whose code is on its way. */
    SessionId captchaSolved() {
        SessionId id = captchaShown();
        service.submitCaptcha(id, TestInputs.number(TestInputs.SENT), TestInputs.answer("KYC42"))
                .get();
        return id;
    }

    /** A session of the DigiLocker flow whose person is away. */
    SessionId digiLockerOffered() {
        SessionId id = consented(Flow.DIGILOCKER);
        offer(id).get();
        return id;
    }

    /** What the newest image says, which a person would read. */
    String captchaText() {
        int text = 42;
        for (RecordingProvider.RecordedCall recordedCall : provider.calls()) {
            ProviderCall call = recordedCall.proof().use().call();
            text = call == ProviderCall.CONNECT ? 42 : call == ProviderCall.RELOAD_CAPTCHA ? text + 1 : text;
        }
        return "KYC" + text;
    }

    Either<KycFailure, StepResult> offer(SessionId id) {
        return service.startDigiLocker(id, TestInputs.redirectUrl(), Set.of(DocumentType.AADHAAR));
    }

    Either<KycFailure, StepResult> submit(SessionId id, String code) {
        return service.submitCode(id, TestInputs.code(code));
    }

    Either<KycFailure, StepResult> answer(SessionId id, String captcha) {
        return service.submitCaptcha(id, TestInputs.number(TestInputs.SENT), TestInputs.answer(captcha));
    }

    /** The person comes back from this offer with that in the query. */
    Either<KycFailure, StepResult> returnFromDigiLocker(SessionId id, String query) {
        return service.handleDigiLockerReturn(id, TestInputs.returnUrl(query + "&state=" + state(id)));
    }

    /** What the return of this session must carry. */
    String state(SessionId id) {
        return find(id) instanceof KycSession.AwaitingAuthorization<?> session
                        && session.authorization() instanceof AuthorizationChallenge.Offered offered
                ? offered.request().state().value()
                : "none";
    }

    KycSession find(SessionId id) {
        return service.findSession(id).get();
    }

    List<AuditEntry> auditTrail(SessionId id) {
        return service.audit(id);
    }

    private byte[] random(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
