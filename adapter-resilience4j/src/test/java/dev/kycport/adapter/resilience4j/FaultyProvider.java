package dev.kycport.adapter.resilience4j;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.adapter.fake.FakeProviderFactory;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.tck.sample.MovableClock;
import io.vavr.control.Either;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The fake under any name and in any mood: it works, fails, or takes its time, and remembers every call that reached it. */
final class FaultyProvider implements KycProvider {

    static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);
    static final URI ENDPOINT = URI.create("https://moody.invalid");

    /**
     * How a call goes.
     *
     * @param failure what is answered in place of the truth
     * @param takesEffect whether it has its effect all the same
     * @param duration how far the clock moves on meanwhile
     */
    record Fault(Optional<Function<VendorTrace, ProviderFailure>> failure, boolean takesEffect, Duration duration) {

        static final Fault NONE = new Fault(Optional.empty(), true, Duration.ZERO);

        static Fault failing(Function<VendorTrace, ProviderFailure> failure) {
            return new Fault(Optional.of(failure), false, Duration.ZERO);
        }

        static Fault slow(Duration takes) {
            return new Fault(Optional.empty(), true, takes);
        }
    }

    private final ProviderId id;
    private final KycProvider fake;
    private final Consumer<Duration> timeAdvancer;
    private final List<ProviderCall> calls = new ArrayList<>();
    private Function<ProviderCall, Fault> faults = call -> Fault.NONE;
    private BiConsumer<ConsentProof, Either<ProviderFailure, ?>> answerObserver = (proof, answer) -> {};

    FaultyProvider(String name, MovableClock clock) {
        this(name, clock, clock::advance);
    }

    FaultyProvider(String name, InstantSource time, Consumer<Duration> timeAdvancer) {
        this.id = new ProviderId(name);
        this.timeAdvancer = timeAdvancer;
        this.fake = FakeProviderFactory.provider(FakeConfig.defaults(), time);
    }

    void setFaults(Fault fault) {
        faults = call -> fault;
    }

    void setFaults(Function<ProviderCall, Fault> schedule) {
        faults = schedule;
    }

    /** Receives the real verdict, even if the answer is lost. */
    void observeAnswers(BiConsumer<ConsentProof, Either<ProviderFailure, ?>> observer) {
        answerObserver = observer;
    }

    synchronized List<ProviderCall> calls() {
        return List.copyOf(calls);
    }

    <V> Either<ProviderFailure, V> answer(ConsentProof proof, Supplier<Either<ProviderFailure, V>> realAnswer) {
        ProviderCall call = proof.use().call();
        recordCall(call);
        Fault fault = faults.apply(call);
        Either<ProviderFailure, V> failed =
                Either.left(fault.failure().orElse(ProviderFailure::unreachable).apply(VendorTrace.of(id)));
        Either<ProviderFailure, V> answer = fault.takesEffect() ? realAnswer.get() : failed;
        answerObserver.accept(proof, answer);
        timeAdvancer.accept(fault.duration());
        return fault.failure().isPresent() ? failed : answer;
    }

    private synchronized void recordCall(ProviderCall call) {
        calls.add(call);
    }

    @Override
    public ProviderId id() {
        return id;
    }

    @Override
    public Duration callTimeout() {
        return CALL_TIMEOUT;
    }

    @Override
    public Optional<URI> endpoint() {
        return Optional.of(ENDPOINT);
    }

    @Override
    public Optional<CaptchaOtpGateway> captchaOtp() {
        return fake.captchaOtp().map(gateway -> new FaultyCaptchaOtpGateway(this, gateway));
    }

    @Override
    public Optional<DirectOtpGateway> directOtp() {
        return fake.directOtp().map(gateway -> new FaultyDirectOtpGateway(this, gateway));
    }

    @Override
    public Optional<DigiLockerGateway> digiLocker() {
        return fake.digiLocker().map(gateway -> new FaultyDigiLockerGateway(this, gateway));
    }
}
