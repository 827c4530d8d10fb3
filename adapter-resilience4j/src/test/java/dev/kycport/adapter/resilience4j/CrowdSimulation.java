package dev.kycport.adapter.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.memory.InMemoryStoreFactory;
import dev.kycport.adapter.micrometer.MicrometerMeter;
import dev.kycport.app.KycService;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.SessionRequest;
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
import dev.kycport.ports.gateway.CaptchaVerdict;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.DocumentsVerdict;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.tck.sample.MovableClock;
import dev.kycport.tck.sample.SampleValues;
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
final class CrowdSimulation {

    private static final List<Flow> FLOWS = List.of(Flow.values());

    private static final List<String> CODES = List.of("123456", "123456", "123456", "111111", "000000", "999999");

    final FaultyProvider first;
    final FaultyProvider second;
    final Map<SessionId, List<Instant>> codesSentAt = new ConcurrentHashMap<>();
    final KycService service;

    private final Supplier<SimulatedVisitor> visit;
    private final Consumer<Duration> timeAdvancer;
    private final Map<SessionId, Integer> captchaNumbers = new ConcurrentHashMap<>();
    private final Set<SessionId> verifiedByProvider = ConcurrentHashMap.newKeySet();

    private CrowdSimulation(
            Supplier<SimulatedVisitor> visit,
            Consumer<Duration> timeAdvancer,
            InstantSource guardClock,
            GuardConfig config,
            MeterRegistry registry) {
        this.visit = visit;
        this.timeAdvancer = timeAdvancer;
        this.first = new FaultyProvider("first", this::now, timeAdvancer);
        this.second = new FaultyProvider("second", this::now, timeAdvancer);
        MicrometerMeter meter = new MicrometerMeter(registry);
        service = KycService.builder(InMemoryStoreFactory.stores(), new KycEnvironment(this::now, this::bytes))
                .provider(ResilienceGuard.guard(observe(first), config, guardClock, meter, this::park))
                .provider(ResilienceGuard.guard(observe(second), config, guardClock, meter, this::park))
                .meter(meter)
                .build();
    }

    /** People who come and go on one thread, by one clock. */
    static CrowdSimulation sequential(SimulatedVisitor all, GuardConfig config, MeterRegistry registry) {
        CrowdSimulation crowdSimulation =
                new CrowdSimulation(() -> all, all.clock()::advance, all.clock(), config, registry);
        crowdSimulation.first.setFaults(
                FaultSchedule.changingWithCalls(new Random(all.random().nextLong())));
        crowdSimulation.second.setFaults(
                FaultSchedule.changingWithCalls(new Random(all.random().nextLong())));
        return crowdSimulation;
    }

    /**
     * People who come at once, each by their own clock; the guards' is moved on by all of them together.
     *
     * @param visit whose it is on this thread
     */
    static CrowdSimulation concurrent(
            long seed, int people, Supplier<SimulatedVisitor> visit, GuardConfig config, MeterRegistry registry) {
        MovableClock guardClock = MovableClock.atSampleTime();
        Consumer<Duration> timeAdvancer = time -> {
            visit.get().clock().advance(time);
            guardClock.advance(time.dividedBy(people));
        };
        CrowdSimulation crowdSimulation = new CrowdSimulation(visit, timeAdvancer, guardClock, config, registry);
        crowdSimulation.first.setFaults(FaultSchedule.changingWithTime(seed, visit));
        crowdSimulation.second.setFaults(FaultSchedule.changingWithTime(seed + 1, visit));
        return crowdSimulation;
    }

    SessionId openSession() {
        Flow flow = FLOWS.get(random().nextInt(FLOWS.size()));
        SessionRequest request = SessionRequest.parse(
                        flow.code(), "customer-7", "opening an account", SampleValues.anyNotice())
                .get();
        return service.open(request).get().session().id();
    }

    KycSession findSession(SessionId id) {
        return service.findSession(id).getOrElseThrow(() -> new AssertionError("a session is lost"));
    }

    /** Somebody does what the screen offers, or something else it offers. */
    void takeStep(SessionId id) {
        int before = codesSent(id);
        KycSession session = findSession(id);
        switch (session.state()) {
            case OPENED -> service.giveConsent(id, ConsentMethod.CHECKBOX);
            case CONSENTED -> startFlow(session);
            case AWAITING_CAPTCHA -> submitCaptcha(id);
            case AWAITING_OTP -> submitCode(session);
            case AWAITING_AUTHORIZATION -> handleReturn(id, (KycSession.AwaitingAuthorization<?>) session);
            default -> {}
        }
        assertThat(codesSent(id) - before).as("codes for one request").isLessThanOrEqualTo(1);
    }

    /** Whether a provider really said that this is the person. */
    boolean isProven(SessionId id) {
        return verifiedByProvider.contains(id);
    }

    void advanceTime(Duration time) {
        timeAdvancer.accept(time);
    }

    private void startFlow(KycSession session) {
        switch (session.header().flow()) {
            case CAPTCHA_OTP -> service.startCaptcha(session.id());
            case DIRECT_OTP -> service.startDirectOtp(session.id(), TestCalls.NUMBER);
            case DIGILOCKER ->
                service.startDigiLocker(session.id(), SampleValues.anyRedirectUrl(), SampleValues.everyDocument());
        }
    }

    private void submitCaptcha(SessionId id) {
        String text = random().nextInt(5) == 0 ? "WRONG" : "KYC" + captchaNumbers.getOrDefault(id, 42);
        if (random().nextInt(8) == 0) {
            service.reloadCaptcha(id);
        } else {
            service.submitCaptcha(
                    id, TestCalls.NUMBER, CaptchaAnswer.parse(text).get());
        }
    }

    private void submitCode(KycSession session) {
        if (random().nextInt(3) > 0) {
            service.submitCode(
                    session.id(),
                    OtpCode.parse(CODES.get(random().nextInt(CODES.size()))).get());
        } else if (session.header().flow() == Flow.DIRECT_OTP) {
            service.resend(session.id(), TestCalls.NUMBER);
        } else {
            service.resend(session.id());
        }
    }

    private void handleReturn(SessionId id, KycSession.AwaitingAuthorization<?> session) {
        if (session.authorization() instanceof AuthorizationChallenge.Offered offered) {
            String code = random().nextInt(6) == 0 ? "empty" : "granted";
            String url = "https://host.example/kyc/return?code=" + code + "&state="
                    + offered.request().state().value();
            service.handleDigiLockerReturn(id, ReturnUrl.parse(url).get());
        } else {
            service.fetchDocuments(id);
        }
    }

    private int codesSent(SessionId id) {
        return codesSentAt.getOrDefault(id, List.of()).size();
    }

    private FaultyProvider observe(FaultyProvider provider) {
        provider.observeAnswers(this::onAnswer);
        return provider;
    }

    // While a provider is at it, the person reloads the page.
    private void onAnswer(ConsentProof proof, Either<ProviderFailure, ?> answer) {
        SessionId id = proof.use().session();
        answer.peek(verdict -> recordVerdict(id, proof.use().call(), verdict));
        findSession(id);
    }

    private void recordVerdict(SessionId id, ProviderCall call, Object verdict) {
        if (verdict instanceof SendVerdict.CodeSent) {
            codesSentAt.computeIfAbsent(id, first -> new ArrayList<>()).add(now());
        }
        if (verdict instanceof CodeVerdict.RightCode || verdict instanceof DocumentsVerdict.DocumentsFetched) {
            verifiedByProvider.add(id);
        }
        if (call == ProviderCall.CONNECT) {
            captchaNumbers.put(id, 42);
        }
        if (verdict instanceof CaptchaVerdict.NewImage) {
            captchaNumbers.merge(id, 1, Integer::sum);
        }
    }

    private void park(long nanos) {
        advanceTime(Duration.ofNanos(nanos));
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
