package dev.kycport.adapter.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.fake.Fake;
import dev.kycport.adapter.micrometer.MicrometerMeter;
import dev.kycport.app.KycService;
import dev.kycport.app.SessionRequest;
import dev.kycport.app.Surroundings;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.CaptchaVerdict;
import dev.kycport.ports.CodeVerdict;
import dev.kycport.ports.CollectionVerdict;
import dev.kycport.ports.ConsentProof;
import dev.kycport.ports.SendVerdict;
import dev.kycport.tck.MovableClock;
import dev.kycport.tck.Sample;
import io.micrometer.core.instrument.MeterRegistry;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** People at a host with two providers in changing weather; what the providers really did is written down beside it. */
final class Crowd {

    private static final List<Flow> FLOWS = List.of(Flow.values());

    private static final List<String> CODES = List.of("123456", "123456", "123456", "111111", "000000", "999999");

    final Moody first;
    final Moody second;
    final Map<SessionId, List<Instant>> codes = new ConcurrentHashMap<>();
    final KycService service;

    private final Supplier<Visit> visit;
    private final Consumer<Duration> passing;
    private final Map<SessionId, Integer> drawn = new ConcurrentHashMap<>();
    private final Set<SessionId> proven = ConcurrentHashMap.newKeySet();

    private Crowd(
            Supplier<Visit> visit,
            Consumer<Duration> passing,
            InstantSource guards,
            GuardConfig rules,
            MeterRegistry registry) {
        this.visit = visit;
        this.passing = passing;
        this.first = new Moody("first", this::now, passing);
        this.second = new Moody("second", this::now, passing);
        MicrometerMeter meter = new MicrometerMeter(registry);
        service = KycService.with(Fake.stores(), new Surroundings(this::now, this::bytes))
                .provider(ResilienceGuard.guard(seen(first), rules, guards, meter, this::park))
                .provider(ResilienceGuard.guard(seen(second), rules, guards, meter, this::park))
                .meter(meter)
                .build();
    }

    /** People who come and go on one thread, by one clock. */
    static Crowd inTurn(Visit all, GuardConfig rules, MeterRegistry registry) {
        Crowd crowd = new Crowd(() -> all, all.clock()::advance, all.clock(), rules, registry);
        crowd.first.is(Weather.changingWithCalls(new Random(all.random().nextLong())));
        crowd.second.is(Weather.changingWithCalls(new Random(all.random().nextLong())));
        return crowd;
    }

    /**
     * People who come at once, each by their own clock; the guards' is moved on by all of them together.
     *
     * @param visit whose it is on this thread
     */
    static Crowd atOnce(long seed, int people, Supplier<Visit> visit, GuardConfig rules, MeterRegistry registry) {
        MovableClock guards = MovableClock.usual();
        Consumer<Duration> passing = time -> {
            visit.get().clock().advance(time);
            guards.advance(time.dividedBy(people));
        };
        Crowd crowd = new Crowd(visit, passing, guards, rules, registry);
        crowd.first.is(Weather.changingWithTime(seed, visit));
        crowd.second.is(Weather.changingWithTime(seed + 1, visit));
        return crowd;
    }

    SessionId opens() {
        Flow flow = FLOWS.get(random().nextInt(FLOWS.size()));
        SessionRequest request = SessionRequest.parse(
                        flow.code(), "customer-7", "opening an account", Sample.anyNotice())
                .get();
        return service.open(request).get().session().id();
    }

    KycSession looksAt(SessionId id) {
        return service.look(id).getOrElseThrow(() -> new AssertionError("a session is lost"));
    }

    /** Somebody does what the screen offers, or something else it offers. */
    void steps(SessionId id) {
        int before = sent(id);
        KycSession session = looksAt(id);
        switch (session.state()) {
            case OPENED -> service.giveConsent(id, ConsentMethod.CHECKBOX);
            case CONSENTED -> starts(session);
            case AWAITING_CAPTCHA -> readsTheImage(id);
            case AWAITING_OTP -> typesTheCode(session);
            case AWAITING_AUTHORIZATION -> comesBack(id, (KycSession.AwaitingAuthorization<?>) session);
            default -> {}
        }
        assertThat(sent(id) - before).as("codes for one request").isLessThanOrEqualTo(1);
    }

    /** Whether a provider really said that this is the person. */
    boolean isProven(SessionId id) {
        return proven.contains(id);
    }

    void passes(Duration time) {
        passing.accept(time);
    }

    private void starts(KycSession session) {
        switch (session.dossier().flow()) {
            case CAPTCHA_OTP -> service.startCaptcha(session.id());
            case DIRECT_OTP -> service.startDirect(session.id(), Asked.NUMBER);
            case DIGILOCKER -> service.startDigiLocker(session.id(), Sample.anyRedirectUrl(), Sample.everyDocument());
        }
    }

    private void readsTheImage(SessionId id) {
        String text = random().nextInt(5) == 0 ? "WRONG" : "KYC" + drawn.getOrDefault(id, 42);
        if (random().nextInt(8) == 0) {
            service.reloadCaptcha(id);
        } else {
            service.submitCaptcha(id, Asked.NUMBER, CaptchaAnswer.parse(text).get());
        }
    }

    private void typesTheCode(KycSession session) {
        if (random().nextInt(3) > 0) {
            service.submitCode(
                    session.id(),
                    OtpCode.parse(CODES.get(random().nextInt(CODES.size()))).get());
        } else if (session.dossier().flow() == Flow.DIRECT_OTP) {
            service.resend(session.id(), Asked.NUMBER);
        } else {
            service.resend(session.id());
        }
    }

    private void comesBack(SessionId id, KycSession.AwaitingAuthorization<?> session) {
        if (session.authorization() instanceof AuthorizationChallenge.Offered offered) {
            String code = random().nextInt(6) == 0 ? "empty" : "granted";
            String url = "https://host.example/kyc/return?code=" + code + "&state="
                    + offered.offer().state().value();
            service.takeUpReturn(id, ReturnUrl.parse(url).get());
        } else {
            service.collect(id);
        }
    }

    private int sent(SessionId id) {
        return codes.getOrDefault(id, List.of()).size();
    }

    private Moody seen(Moody provider) {
        provider.seenBy(this::saw);
        return provider;
    }

    // While a provider is at it, the person reloads the page.
    private void saw(ConsentProof proof, Either<ProviderFailure, ?> answer) {
        SessionId id = proof.use().session();
        answer.peek(verdict -> concluded(id, proof.use().call(), verdict));
        looksAt(id);
    }

    private void concluded(SessionId id, ProviderCall call, Object verdict) {
        if (verdict instanceof SendVerdict.CodeSent) {
            codes.computeIfAbsent(id, first -> new ArrayList<>()).add(now());
        }
        if (verdict instanceof CodeVerdict.RightCode || verdict instanceof CollectionVerdict.Collected) {
            proven.add(id);
        }
        if (call == ProviderCall.CONNECT) {
            drawn.put(id, 42);
        }
        if (verdict instanceof CaptchaVerdict.NewImage) {
            drawn.merge(id, 1, Integer::sum);
        }
    }

    private void park(long nanos) {
        passes(Duration.ofNanos(nanos));
    }

    private Instant now() {
        return visit.get().clock().instant();
    }

    private Random random() {
        return visit.get().random();
    }

    private byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random().nextBytes(bytes);
        return bytes;
    }
}
