package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.provider.ProviderDirectory;
import dev.kycport.app.internal.session.RequireState;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.Flow;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;
import java.util.Optional;

/**
 * Sends another code. The number is asked for again, since it is never stored. In the captcha flow a fresh captcha comes first,
 * since no vendor says that an old one outlives a send.
 */
public final class ResendCode {

    private final SessionRepository sessions;
    private final ProviderDirectory providers;
    private final SendOtp sendOtp;
    private final FetchCaptcha fetchCaptcha;
    private final KycEnvironment environment;

    public ResendCode(
            SessionRepository sessions,
            ProviderDirectory providers,
            SendOtp sendOtp,
            FetchCaptcha fetchCaptcha,
            KycEnvironment environment) {
        this.sessions = sessions;
        this.providers = providers;
        this.sendOtp = sendOtp;
        this.fetchCaptcha = fetchCaptcha;
        this.environment = environment;
    }

    public Either<KycFailure, StepResult> resend(SessionId id, Optional<IdentityNumber> number) {
        return sessions.find(id)
                .flatMap(RequireState::awaitingOtp)
                .flatMap(session -> session.header().flow() == Flow.CAPTCHA_OTP
                        ? resendThroughCaptcha(session)
                        : resendDirectly(session, number));
    }

    private Either<KycFailure, StepResult> resendThroughCaptcha(KycSession.AwaitingOtp<?> session) {
        return session.resend(providers.policies(session).captcha(), environment.now())
                .flatMap(intent -> fetchCaptcha.fetchFirst(session, intent));
    }

    private Either<KycFailure, StepResult> resendDirectly(
            KycSession.AwaitingOtp<?> session, Optional<IdentityNumber> number) {
        return number.isEmpty()
                ? Either.left(InputField.AADHAAR.reject("is needed again, since it is never kept"))
                : session.resend(environment.now()).flatMap(intent -> sendOtp.send(session, intent, number.get()));
    }
}
