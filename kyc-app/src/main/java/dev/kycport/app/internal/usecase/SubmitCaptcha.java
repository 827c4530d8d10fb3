package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.call.CallExecutor;
import dev.kycport.app.internal.provider.ProviderDirectory;
import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.app.internal.session.ProviderCallIntent;
import dev.kycport.app.internal.session.RequireState;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.failure.CaptchaRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.RetryAdvice;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.failure.VerdictReport;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.ports.gateway.CaptchaSendVerdict;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;

/** Submits number and captcha answer, which sends a code. After a wrong answer the next image is fetched at once. */
public final class SubmitCaptcha {

    private final SessionRepository sessions;
    private final ProviderDirectory providers;
    private final CallExecutor calls;
    private final FetchCaptcha fetchCaptcha;
    private final KycEnvironment environment;

    public SubmitCaptcha(
            SessionRepository sessions,
            ProviderDirectory providers,
            CallExecutor calls,
            FetchCaptcha fetchCaptcha,
            KycEnvironment environment) {
        this.sessions = sessions;
        this.providers = providers;
        this.calls = calls;
        this.fetchCaptcha = fetchCaptcha;
        this.environment = environment;
    }

    public Either<KycFailure, StepResult> submit(SessionId id, IdentityNumber number, CaptchaAnswer answer) {
        return sessions.find(id)
                .flatMap(RequireState::awaitingCaptcha)
                .flatMap(session ->
                        session.answer(environment.now()).flatMap(intent -> send(session, intent, number, answer)))
                .map(this::addNextImageIfWrong);
    }

    private Either<KycFailure, StepResult> send(
            KycSession.Live session,
            KycSession.AwaitingCaptcha<CaptchaChallenge.Answered> intent,
            IdentityNumber number,
            CaptchaAnswer answer) {
        return providers
                .captchaOtp(session)
                .flatMap(gateway -> SendOtp.requireAccepted(gateway, number))
                .flatMap(gateway -> calls.execute(new CaptchaSend(session, intent, gateway, number, answer)));
    }

    // If the next image cannot be fetched now, the person can still ask for one; the verdict on the last one is kept.
    private StepResult addNextImageIfWrong(StepResult result) {
        boolean wrong = result.report()
                .filter(report ->
                        report instanceof VerdictReport verdict && verdict.verdict() == VerdictCode.WRONG_CAPTCHA)
                .isPresent();
        return wrong
                        && result.session() instanceof KycSession.AwaitingCaptcha<?> session
                        && session.captcha() instanceof CaptchaChallenge.Shown shown
                ? fetchNextImage(session, shown, result)
                : result;
    }

    private StepResult fetchNextImage(
            KycSession.AwaitingCaptcha<?> session, CaptchaChallenge.Shown shown, StepResult result) {
        return fetchCaptcha
                .fetch(session, session.with(shown.replace(environment.now())))
                .fold(
                        failure -> sessions.find(session.id())
                                .fold(unknown -> result, current -> new StepResult(current, result.report())),
                        loaded ->
                                new StepResult(loaded.session(), loaded.report().or(result::report)));
    }

    private final class CaptchaSend extends SendCodeCall<CaptchaSendVerdict>
            implements CaptchaSendVerdict.Cases<CallOutcome> {

        private final KycSession.Live session;
        private final KycSession.AwaitingCaptcha<CaptchaChallenge.Answered> intent;
        private final CaptchaOtpGateway gateway;
        private final CaptchaAnswer answer;

        CaptchaSend(
                KycSession.Live session,
                KycSession.AwaitingCaptcha<CaptchaChallenge.Answered> intent,
                CaptchaOtpGateway gateway,
                IdentityNumber number,
                CaptchaAnswer answer) {
            super(
                    number,
                    providers.policies(session).otp(),
                    providers.callTimeout(session.header().provider()),
                    environment);
            this.session = session;
            this.intent = intent;
            this.gateway = gateway;
            this.answer = answer;
        }

        @Override
        public ProviderCallIntent intent() {
            return ProviderCallIntent.of(ProviderCall.SEND_CODE, session, intent)
                    .with(reservation());
        }

        @Override
        public Either<ProviderFailure, CaptchaSendVerdict> ask(ConsentProof proof) {
            return gateway.send(proof, intent.captcha().previous().image().session(), number(), answer);
        }

        @Override
        public CallOutcome outcome(CaptchaSendVerdict verdict) {
            return verdict.match(this);
        }

        @Override
        public CallOutcome wrongCaptcha() {
            KycSession next = intent.recordWrongAnswer(intent.captcha().wrong());
            return release(
                    next instanceof KycSession.AwaitingCaptcha<?>
                            ? CallOutcome.of(next, VerdictCode.WRONG_CAPTCHA.report())
                            : CallOutcome.of(next, new CaptchaRejection.Spent()));
        }

        @Override
        public CallOutcome sessionLost() {
            return release(CallOutcome.sessionLost(intent));
        }

        @Override
        OtpChallenge.Requested otp() {
            return intent.otp();
        }

        @Override
        KycSession waiting(OtpChallenge.Resendable code) {
            return intent.continueWithCode(code);
        }

        @Override
        KycSession ineligible(OtpChallenge.NotSent notSent) {
            return intent.endIneligible(notSent);
        }

        // A refusal is no proof that the answer was not compared, so its attempt stays spent.
        @Override
        CallOutcome notDelivered(ProviderFailure failure) {
            if (failure.provesNothingSent()) {
                return CallOutcome.reverted(intent.with(intent.captcha().revert()), failure);
            }
            KycSession next = intent.recordWrongAnswer(intent.captcha().wrong());
            return CallOutcome.of(
                    next, next instanceof KycSession.Ended ? failure.withRetryAdvice(RetryAdvice.RESTART) : failure);
        }
    }
}
