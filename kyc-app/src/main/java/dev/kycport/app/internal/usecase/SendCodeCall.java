package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.call.CallExecutor;
import dev.kycport.app.internal.call.GatewayCall;
import dev.kycport.app.internal.call.NumberReservation;
import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.otp.OtpPolicy;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.gateway.CaptchaSendVerdict;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;

/**
 * A call that sends a code to the mobile linked to a reserved number. Both OTP flows use it; they differ in how the provider
 * is asked and in the state that the session is in meanwhile.
 *
 * @param <V> what the provider concludes
 */
abstract class SendCodeCall<V extends CaptchaSendVerdict> implements GatewayCall<V>, SendVerdict.Cases<CallOutcome> {

    private final NumberReservation reservation;
    private final OtpPolicy policy;
    private final KycEnvironment environment;

    SendCodeCall(NumberReservation reservation, OtpPolicy policy, KycEnvironment environment) {
        this.reservation = reservation;
        this.policy = policy;
        this.environment = environment;
    }

    /** The number that the code goes to. */
    final IdentityNumber number() {
        return reservation.number();
    }

    /** Asks the provider to send a code to that number. */
    abstract Either<ProviderFailure, V> send(ConsentProof proof, IdentityNumber number);

    /** The code that was asked for. */
    abstract OtpChallenge.Requested otp();

    /** The session that waits for the code, or for another one. */
    abstract KycSession waiting(OtpChallenge.Resendable code);

    /** The session whose number never gets a code. */
    abstract KycSession ineligible(OtpChallenge.NotSent notSent);

    /** The session as it was before the call. */
    abstract KycSession reverted();

    /** Makes the call and extends or releases the reservation of the number by what came of it. */
    final Either<KycFailure, StepResult> execute(CallExecutor calls) {
        return calls.execute(this)
                .peek(result -> reservation.extendAfterSend(result.session(), environment.now()))
                .peekLeft(reservation::releaseIfRejected);
    }

    @Override
    public final Either<ProviderFailure, V> ask(ConsentProof proof) {
        return reservation.releaseUnlessPending(send(proof, number()));
    }

    @Override
    public final CallOutcome failed(ProviderFailure failure) {
        return failure.mayHaveBeenDelivered() ? inDoubt(failure) : CallOutcome.reverted(reverted(), failure);
    }

    @Override
    public final CallOutcome sent(SendVerdict.CodeSent verdict) {
        return CallOutcome.of(waiting(otp().sent(verdict.reference(), policy, environment.now())));
    }

    @Override
    public final CallOutcome notSent(SendVerdict.CodeNotSent verdict) {
        KycSession ended = ineligible(otp().notSent(verdict.reason()));
        return CallOutcome.of(ended, verdict.reason().verdict().report());
    }

    @Override
    public final CallOutcome pending(SendVerdict.CodePending verdict) {
        Instant now = environment.now();
        Duration wait = verdict.retryAfter().orElse(Duration.ZERO);
        OtpChallenge.AfterPending code = otp().pending(verdict.reference(), policy, wait, now);
        return CallOutcome.of(waiting(code), VerdictCode.CODE_PENDING.report(code.retryAdvice(now)));
    }

    // A code may be on its way, and asking again at once is refused, although the failure by itself would advise it.
    private CallOutcome inDoubt(ProviderFailure failure) {
        Instant now = environment.now();
        OtpChallenge.InDoubt code = otp().outcomeUnknown(policy, now);
        return CallOutcome.of(waiting(code), failure.withRetryAdvice(code.retryAdvice(now)));
    }
}
