package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.call.CallExecutor;
import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.app.internal.session.ProviderCallIntent;
import dev.kycport.app.internal.session.RequireState;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.RetryAdvice;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.gateway.OtpGateway;
import dev.kycport.ports.spi.KycProvider;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Function;

/** Submits a code. The attempt is spent and on record before the provider is asked. */
public final class SubmitCode {

    private final SessionRepository sessionRepository;
    private final CallExecutor callExecutor;

    public SubmitCode(SessionRepository sessionRepository, CallExecutor callExecutor) {
        this.sessionRepository = sessionRepository;
        this.callExecutor = callExecutor;
    }

    public Either<KycFailure, StepResult> submit(SessionId id, OtpCode code) {
        return sessionRepository
                .find(id)
                .flatMap(RequireState::awaitingOtp)
                .flatMap(session ->
                        session.submit(sessionRepository.now()).flatMap(intent -> verify(session, intent, code)));
    }

    private Either<KycFailure, StepResult> verify(
            KycSession.Live session, KycSession.AwaitingOtp<OtpChallenge.Verifying> intent, OtpCode code) {
        return sessionRepository
                .directory()
                .gateway(session, gatewayOf(session.header().flow()))
                .flatMap(gateway -> callExecutor.execute(
                        ProviderCallIntent.of(ProviderCall.VERIFY_CODE, session, intent),
                        proof -> gateway.verify(proof, intent.otp().previous().reference(), code),
                        answer -> answer.fold(
                                failure -> toOutcome(intent, failure),
                                verdict -> verdict.match(verdictOutcome(intent)))));
    }

    private static Function<KycProvider, Optional<OtpGateway>> gatewayOf(Flow flow) {
        return flow == Flow.CAPTCHA_OTP
                ? provider -> provider.captchaOtp().map(Function.identity())
                : provider -> provider.directOtp().map(Function.identity());
    }

    private static CallOutcome toOutcome(
            KycSession.AwaitingOtp<OtpChallenge.Verifying> intent, ProviderFailure failure) {
        return failure.provesNothingSent()
                ? CallOutcome.reverted(intent.with(intent.otp().revert()), failure)
                : lost(intent.recordFailedAttempt(intent.otp().outcomeUnknown()), failure);
    }

    private static CallOutcome lost(KycSession.AfterCodeAttempt next, ProviderFailure failure) {
        return CallOutcome.of(
                next, next instanceof KycSession.Ended ? failure.withRetryAdvice(RetryAdvice.RESTART) : failure);
    }

    private VerifyOutcome verdictOutcome(KycSession.AwaitingOtp<OtpChallenge.Verifying> intent) {
        return new VerifyOutcome(intent, sessionRepository.policies(intent).session(), sessionRepository.now());
    }
}
