package dev.kycport.app;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.adapter.fake.FakeProviderFactory;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.store.ConsentProof;
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
final class RecordingProvider implements KycProvider {

    /** One call that came in. */
    record RecordedCall(ConsentProof proof, Instant at) {}

    private final ProviderId id;
    private final KycProvider fake;
    private final InstantSource time;
    private final List<RecordedCall> calls = new ArrayList<>();
    private final List<Instant> codes = new ArrayList<>();
    private final Map<ProviderCall, ProviderFailure> failures = new EnumMap<>(ProviderCall.class);
    private final Map<ProviderCall, CallBarrier> barriers = new EnumMap<>(ProviderCall.class);
    private final Set<ProviderCall> silent = EnumSet.noneOf(ProviderCall.class);
    private final Set<Flow> removedFlows = EnumSet.noneOf(Flow.class);
    private boolean takesVirtualIds = true;

    RecordingProvider(String name, FakeConfig config, InstantSource time) {
        this.id = new ProviderId(name);
        this.fake = FakeProviderFactory.provider(config, time);
        this.time = time;
    }

    /** Every call of that kind fails so from now on, without reaching the provider. */
    synchronized void fail(ProviderCall call, ProviderFailure failure) {
        failures.put(call, failure);
    }

    /** Every call of that kind brings an answer that says nothing, which no adapter may give. */
    synchronized void answerNothing(ProviderCall call) {
        silent.add(call);
    }

    synchronized void recover() {
        failures.clear();
    }

    /** The next call of that kind waits until it is let go. */
    synchronized CallBarrier blockNext(ProviderCall call) {
        CallBarrier callBarrier = new CallBarrier();
        barriers.put(call, callBarrier);
        return callBarrier;
    }

    synchronized void refuseVirtualIds() {
        takesVirtualIds = false;
    }

    /** It offers that flow no more. */
    synchronized void removeFlow(Flow flow) {
        removedFlows.add(flow);
    }

    private synchronized boolean offers(Flow flow) {
        return !removedFlows.contains(flow);
    }

    private synchronized boolean isMuted(ProviderCall call) {
        return silent.contains(call);
    }

    synchronized boolean acceptsVirtualIds() {
        return takesVirtualIds;
    }

    synchronized List<RecordedCall> calls() {
        return List.copyOf(calls);
    }

    List<RecordedCall> calls(ProviderCall call) {
        return calls().stream().filter(one -> one.proof().use().call() == call).toList();
    }

    /** When a code went out, or may have. */
    synchronized List<Instant> codes() {
        return List.copyOf(codes);
    }

    int count(ProviderCall call) {
        return calls(call).size();
    }

    <V> Either<ProviderFailure, V> answer(ConsentProof proof, Supplier<Either<ProviderFailure, V>> answer) {
        ProviderCall call = proof.use().call();
        recordCall(proof).ifPresent(CallBarrier::block);
        if (isMuted(call)) {
            return Either.right(null);
        }
        return recordSentCode(
                call,
                failure(call).<Either<ProviderFailure, V>>map(Either::left).orElseGet(answer));
    }

    private synchronized <V> Either<ProviderFailure, V> recordSentCode(
            ProviderCall call, Either<ProviderFailure, V> answer) {
        boolean sent = answer.fold(ProviderFailure::mayHaveBeenDelivered, SendVerdict.CodeSent.class::isInstance);
        if (call == ProviderCall.SEND_CODE && sent) {
            codes.add(time.instant());
        }
        return answer;
    }

    private synchronized Optional<CallBarrier> recordCall(ConsentProof proof) {
        calls.add(new RecordedCall(proof, time.instant()));
        return Optional.ofNullable(barriers.remove(proof.use().call()));
    }

    private synchronized Optional<ProviderFailure> failure(ProviderCall call) {
        return Optional.ofNullable(failures.get(call));
    }

    @Override
    public ProviderId id() {
        return id;
    }

    @Override
    public Duration callTimeout() {
        return fake.callTimeout();
    }

    @Override
    public Optional<CaptchaOtpGateway> captchaOtp() {
        return fake.captchaOtp()
                .filter(g -> offers(Flow.CAPTCHA_OTP))
                .map(gateway -> new RecordingCaptchaOtpGateway(this, gateway));
    }

    @Override
    public Optional<DirectOtpGateway> directOtp() {
        return fake.directOtp()
                .filter(g -> offers(Flow.DIRECT_OTP))
                .map(gateway -> new RecordingDirectOtpGateway(this, gateway));
    }

    @Override
    public Optional<DigiLockerGateway> digiLocker() {
        return fake.digiLocker()
                .filter(g -> offers(Flow.DIGILOCKER))
                .map(gateway -> new RecordingDigiLockerGateway(this, gateway));
    }
}
