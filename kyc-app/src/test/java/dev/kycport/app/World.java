package dev.kycport.app;

import dev.kycport.adapter.fake.Fake;
import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.config.Plugins;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.otp.OtpPolicy;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.Stores;
import dev.kycport.tck.MovableClock;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** One installation on a clock that stands still: the fake behind a watch, stores in memory, and a service over both. */
final class World {

    // No digits of it are those of a magic code.
    private static final Instant START = Instant.parse("2026-02-03T09:08:07Z");

    static final Duration GAP = OtpPolicy.USUAL.resendGap();

    final MovableClock clock;
    final Stores stores;
    final Watched provider;
    final KycService service;

    private final Random random = new Random(7);

    private World(FakeConfig config, Stores stores) {
        clock = MovableClock.at(START);
        this.stores = stores;
        provider = provider("fake", config);
        service = over(stores).provider(provider).build();
    }

    private World(World same, KycService other) {
        clock = same.clock;
        stores = same.stores;
        provider = same.provider;
        service = other;
    }

    static World usual() {
        return new World(FakeConfig.usual(), Fake.stores());
    }

    static World with(FakeConfig config) {
        return new World(config, Fake.stores());
    }

    /** One that remembers who a code is on its way to. */
    static World remembering() {
        Fake fake = new Fake();
        KycConfig config = KycConfig.parse(
                "kyc { profile = development, store { url = memory, pending-codes = on } }",
                new Plugins(List.of(fake), List.of(fake)),
                Map.of());
        KycConfig.StorePart store = config.store();
        return new World(FakeConfig.usual(), store.factory().open(store.url(), store.settings()));
    }

    Watched provider(String name, FakeConfig config) {
        return new Watched(name, config, clock);
    }

    /** Another service in the same surroundings. */
    KycServiceBuilder over(Stores others) {
        return KycService.with(others, new Surroundings(clock, this::random));
    }

    /** The same world through the eyes of another service. */
    World through(KycService other) {
        return new World(this, other);
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    SessionId opened(Flow flow) {
        return service.open(Typed.request(flow)).get().session().id();
    }

    SessionId consented(Flow flow) {
        SessionId id = opened(flow);
        service.giveConsent(id, ConsentMethod.CHECKBOX).get();
        return id;
    }

    /** A session of the direct flow whose code is on its way. */
    SessionId sent() {
        SessionId id = consented(Flow.DIRECT_OTP);
        service.startDirect(id, Typed.number(Typed.SENT)).get();
        return id;
    }

    /** A session that holds the person's identity. */
    SessionId verified() {
        SessionId id = sent();
        submit(id, Typed.RIGHT).get();
        return id;
    }

    /** A session of the captcha flow with its first image. */
    SessionId shown() {
        SessionId id = consented(Flow.CAPTCHA_OTP);
        service.startCaptcha(id).get();
        return id;
    }

    /** A session of the captcha flow whose code is on its way. */
    SessionId solved() {
        SessionId id = shown();
        service.submitCaptcha(id, Typed.number(Typed.SENT), Typed.answer("KYC42"))
                .get();
        return id;
    }

    /** A session of the DigiLocker flow whose person is away. */
    SessionId offered() {
        SessionId id = consented(Flow.DIGILOCKER);
        offer(id).get();
        return id;
    }

    /** What the newest image says, which a person would read. */
    String drawn() {
        int text = 42;
        for (Watched.Seen seen : provider.seen()) {
            ProviderCall call = seen.proof().use().call();
            text = call == ProviderCall.CONNECT ? 42 : call == ProviderCall.RELOAD_CAPTCHA ? text + 1 : text;
        }
        return "KYC" + text;
    }

    Either<KycFailure, Progress> offer(SessionId id) {
        return service.startDigiLocker(id, Typed.home(), Set.of(DocumentType.AADHAAR));
    }

    Either<KycFailure, Progress> submit(SessionId id, String code) {
        return service.submitCode(id, Typed.code(code));
    }

    Either<KycFailure, Progress> answer(SessionId id, String captcha) {
        return service.submitCaptcha(id, Typed.number(Typed.SENT), Typed.answer(captcha));
    }

    /** The person comes back from this offer with that in the query. */
    Either<KycFailure, Progress> comeBack(SessionId id, String query) {
        return service.takeUpReturn(id, Typed.back(query + "&state=" + state(id)));
    }

    /** What the return of this session must carry. */
    String state(SessionId id) {
        return look(id) instanceof KycSession.AwaitingAuthorization<?> session
                        && session.authorization() instanceof AuthorizationChallenge.Offered offered
                ? offered.offer().state().value()
                : "none";
    }

    KycSession look(SessionId id) {
        return service.look(id).get();
    }

    List<AuditEntry> trail(SessionId id) {
        return service.audit(id);
    }

    private byte[] random(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
