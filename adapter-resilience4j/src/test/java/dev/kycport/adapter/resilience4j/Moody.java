package dev.kycport.adapter.resilience4j;

import dev.kycport.adapter.fake.Fake;
import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.ports.CaptchaOtpGateway;
import dev.kycport.ports.ConsentProof;
import dev.kycport.ports.DigiLockerGateway;
import dev.kycport.ports.DirectOtpGateway;
import dev.kycport.ports.KycProvider;
import dev.kycport.tck.MovableClock;
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
final class Moody implements KycProvider {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final URI ENDPOINT = URI.create("https://moody.invalid");

    /**
     * How a call goes.
     *
     * @param failure what is answered in place of the truth
     * @param acts whether it has its effect all the same
     * @param takes how far the clock moves on meanwhile
     */
    record Mood(Optional<Function<VendorTrace, ProviderFailure>> failure, boolean acts, Duration takes) {

        static final Mood GOOD = new Mood(Optional.empty(), true, Duration.ZERO);

        static Mood failing(Function<VendorTrace, ProviderFailure> failure) {
            return new Mood(Optional.of(failure), false, Duration.ZERO);
        }

        static Mood slow(Duration takes) {
            return new Mood(Optional.empty(), true, takes);
        }
    }

    private final ProviderId id;
    private final KycProvider fake;
    private final Consumer<Duration> taking;
    private final List<ProviderCall> calls = new ArrayList<>();
    private Function<ProviderCall, Mood> moods = call -> Mood.GOOD;
    private BiConsumer<ConsentProof, Either<ProviderFailure, ?>> witness = (proof, answer) -> {};

    Moody(String name, MovableClock clock) {
        this(name, clock, clock::advance);
    }

    Moody(String name, InstantSource time, Consumer<Duration> taking) {
        this.id = new ProviderId(name);
        this.taking = taking;
        this.fake = Fake.provider(FakeConfig.usual(), time);
    }

    void is(Mood mood) {
        moods = call -> mood;
    }

    void is(Function<ProviderCall, Mood> changing) {
        moods = changing;
    }

    /** Tells what the provider really concluded, also where the answer gets lost. */
    void seenBy(BiConsumer<ConsentProof, Either<ProviderFailure, ?>> other) {
        witness = other;
    }

    synchronized List<ProviderCall> calls() {
        return List.copyOf(calls);
    }

    <V> Either<ProviderFailure, V> answer(ConsentProof proof, Supplier<Either<ProviderFailure, V>> truth) {
        ProviderCall call = proof.use().call();
        note(call);
        Mood mood = moods.apply(call);
        Either<ProviderFailure, V> failed = Either.left(
                mood.failure().orElse(ProviderFailure.Unreachable::new).apply(VendorTrace.of(id)));
        Either<ProviderFailure, V> answer = mood.acts() ? truth.get() : failed;
        witness.accept(proof, answer);
        taking.accept(mood.takes());
        return mood.failure().isPresent() ? failed : answer;
    }

    private synchronized void note(ProviderCall call) {
        calls.add(call);
    }

    @Override
    public ProviderId id() {
        return id;
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public Optional<URI> endpoint() {
        return Optional.of(ENDPOINT);
    }

    @Override
    public Optional<CaptchaOtpGateway> captchaOtp() {
        return fake.captchaOtp().map(gateway -> new MoodyCaptchaOtp(this, gateway));
    }

    @Override
    public Optional<DirectOtpGateway> directOtp() {
        return fake.directOtp().map(gateway -> new MoodyDirectOtp(this, gateway));
    }

    @Override
    public Optional<DigiLockerGateway> digiLocker() {
        return fake.digiLocker().map(gateway -> new MoodyDigiLocker(this, gateway));
    }
}
