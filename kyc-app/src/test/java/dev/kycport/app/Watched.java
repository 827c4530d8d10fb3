package dev.kycport.app;

import dev.kycport.adapter.fake.Fake;
import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.CaptchaOtpGateway;
import dev.kycport.ports.ConsentProof;
import dev.kycport.ports.DigiLockerGateway;
import dev.kycport.ports.DirectOtpGateway;
import dev.kycport.ports.KycProvider;
import dev.kycport.ports.SendVerdict;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The fake under any name, behind somebody who counts its calls, holds them up, and makes some fail. */
final class Watched implements KycProvider {

    /** One call that came in. */
    record Seen(ConsentProof proof, Instant at) {}

    private final ProviderId id;
    private final KycProvider fake;
    private final InstantSource time;
    private final List<Seen> seen = new ArrayList<>();
    private final List<Instant> codes = new ArrayList<>();
    private final Map<ProviderCall, ProviderFailure> failures = new EnumMap<>(ProviderCall.class);
    private final Map<ProviderCall, Hold> holds = new EnumMap<>(ProviderCall.class);
    private final Set<ProviderCall> muted = EnumSet.noneOf(ProviderCall.class);
    private final Set<Flow> lost = EnumSet.noneOf(Flow.class);
    private boolean takesVirtualIds = true;

    Watched(String name, FakeConfig config, InstantSource time) {
        this.id = new ProviderId(name);
        this.fake = Fake.provider(config, time);
        this.time = time;
    }

    /** Every call of that kind fails so from now on, without reaching the provider. */
    synchronized void fail(ProviderCall call, ProviderFailure failure) {
        failures.put(call, failure);
    }

    /** Every call of that kind brings an answer that says nothing, which no adapter may give. */
    synchronized void mute(ProviderCall call) {
        muted.add(call);
    }

    synchronized void recover() {
        failures.clear();
    }

    /** The next call of that kind waits until it is let go. */
    synchronized Hold hold(ProviderCall call) {
        Hold hold = new Hold();
        holds.put(call, hold);
        return hold;
    }

    synchronized void refuseVirtualIds() {
        takesVirtualIds = false;
    }

    /** It offers that flow no more. */
    synchronized void lose(Flow flow) {
        lost.add(flow);
    }

    private synchronized boolean has(Flow flow) {
        return !lost.contains(flow);
    }

    private synchronized boolean isMuted(ProviderCall call) {
        return muted.contains(call);
    }

    synchronized boolean takesVirtualIds() {
        return takesVirtualIds;
    }

    synchronized List<Seen> seen() {
        return List.copyOf(seen);
    }

    List<Seen> seen(ProviderCall call) {
        return seen().stream().filter(one -> one.proof().use().call() == call).toList();
    }

    /** When a code went out, or may have. */
    synchronized List<Instant> codes() {
        return List.copyOf(codes);
    }

    int count(ProviderCall call) {
        return seen(call).size();
    }

    <V> Either<ProviderFailure, V> answer(ConsentProof proof, Supplier<Either<ProviderFailure, V>> answer) {
        ProviderCall call = proof.use().call();
        note(proof).ifPresent(Hold::pass);
        if (isMuted(call)) {
            return Either.right(null);
        }
        return answered(
                call,
                failure(call).<Either<ProviderFailure, V>>map(Either::left).orElseGet(answer));
    }

    private synchronized <V> Either<ProviderFailure, V> answered(ProviderCall call, Either<ProviderFailure, V> answer) {
        boolean sent = answer.fold(ProviderFailure::mayHaveBeenDelivered, SendVerdict.CodeSent.class::isInstance);
        if (call == ProviderCall.SEND_CODE && sent) {
            codes.add(time.instant());
        }
        return answer;
    }

    private synchronized Optional<Hold> note(ConsentProof proof) {
        seen.add(new Seen(proof, time.instant()));
        return Optional.ofNullable(holds.remove(proof.use().call()));
    }

    private synchronized Optional<ProviderFailure> failure(ProviderCall call) {
        return Optional.ofNullable(failures.get(call));
    }

    @Override
    public ProviderId id() {
        return id;
    }

    @Override
    public Duration patience() {
        return fake.patience();
    }

    @Override
    public Optional<CaptchaOtpGateway> captchaOtp() {
        return fake.captchaOtp()
                .filter(g -> has(Flow.CAPTCHA_OTP))
                .map(gateway -> new WatchedCaptchaOtp(this, gateway));
    }

    @Override
    public Optional<DirectOtpGateway> directOtp() {
        return fake.directOtp().filter(g -> has(Flow.DIRECT_OTP)).map(gateway -> new WatchedDirectOtp(this, gateway));
    }

    @Override
    public Optional<DigiLockerGateway> digiLocker() {
        return fake.digiLocker().filter(g -> has(Flow.DIGILOCKER)).map(gateway -> new WatchedDigiLocker(this, gateway));
    }
}
