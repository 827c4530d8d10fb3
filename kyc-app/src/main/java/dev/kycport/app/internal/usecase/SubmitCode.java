package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.call.CallExecutor;
import dev.kycport.app.internal.call.GatewayCall;
import dev.kycport.app.internal.provider.ProviderDirectory;
import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.app.internal.session.ProviderCallIntent;
import dev.kycport.app.internal.session.RequireState;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.OtpRejection;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.RetryAdvice;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.OtpGateway;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;

/** Submits a code. The attempt is spent before the provider is asked; only proof that nothing was sent gives it back. */
public final class SubmitCode {

    private final SessionRepository sessions;
    private final ProviderDirectory providers;
    private final CallExecutor calls;
    private final KycEnvironment environment;

    public SubmitCode(
            SessionRepository sessions, ProviderDirectory providers, CallExecutor calls, KycEnvironment environment) {
        this.sessions = sessions;
        this.providers = providers;
        this.calls = calls;
        this.environment = environment;
    }

    public Either<KycFailure, StepResult> submit(SessionId id, OtpCode code) {
        return sessions.find(id).flatMap(RequireState::awaitingOtp).flatMap(session -> submit(session, code));
    }

    private Either<KycFailure, StepResult> submit(KycSession.AwaitingOtp<?> session, OtpCode code) {
        return session.submit(environment.now())
                .flatMap(intent -> providers
                        .otp(session)
                        .flatMap(gateway -> calls.execute(new VerifyCode(session, intent, gateway, code))));
    }

    private final class VerifyCode implements GatewayCall<CodeVerdict>, CodeVerdict.Cases<CallOutcome> {

        private final KycSession.Live session;
        private final KycSession.AwaitingOtp<OtpChallenge.Verifying> intent;
        private final OtpGateway gateway;
        private final OtpCode code;

        VerifyCode(
                KycSession.Live session,
                KycSession.AwaitingOtp<OtpChallenge.Verifying> intent,
                OtpGateway gateway,
                OtpCode code) {
            this.session = session;
            this.intent = intent;
            this.gateway = gateway;
            this.code = code;
        }

        @Override
        public ProviderCallIntent intent() {
            return ProviderCallIntent.of(ProviderCall.VERIFY_CODE, session, intent);
        }

        @Override
        public Either<ProviderFailure, CodeVerdict> ask(ConsentProof proof) {
            return gateway.verify(proof, intent.otp().previous().reference(), code);
        }

        @Override
        public CallOutcome outcome(CodeVerdict verdict) {
            return verdict.match(this);
        }

        @Override
        public CallOutcome right(CodeVerdict.RightCode verdict) {
            return CallOutcome.verified(
                    intent.verify(
                            intent.otp().right(),
                            verdict.identity(),
                            providers.policies(session).session(),
                            environment.now()),
                    verdict.leftOut());
        }

        @Override
        public CallOutcome wrong() {
            KycSession next = intent.recordFailedAttempt(intent.otp().wrong());
            return CallOutcome.of(
                    next,
                    next instanceof KycSession.Ended ? new OtpRejection.Locked() : VerdictCode.WRONG_CODE.report());
        }

        @Override
        public CallOutcome expired() {
            OtpChallenge.Expired expired = intent.otp().expired();
            return CallOutcome.of(
                    intent.expireCode(expired),
                    VerdictCode.CODE_EXPIRED.report(expired.retryAdvice(environment.now())));
        }

        @Override
        public CallOutcome sessionLost() {
            return CallOutcome.sessionLost(intent);
        }

        @Override
        public CallOutcome failed(ProviderFailure failure) {
            return failure.provesNothingSent()
                    ? CallOutcome.reverted(intent.with(intent.otp().revert()), failure)
                    : verdictLost(failure);
        }

        // The code may have been checked, so the attempt stays spent; after the last one only a new session helps.
        private CallOutcome verdictLost(ProviderFailure failure) {
            KycSession next = intent.recordFailedAttempt(intent.otp().outcomeUnknown());
            return CallOutcome.of(
                    next, next instanceof KycSession.Ended ? failure.withRetryAdvice(RetryAdvice.RESTART) : failure);
        }
    }
}
