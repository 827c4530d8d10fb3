package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.session.RequireState;
import dev.kycport.app.internal.session.SessionRepository;
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
 * Has another code sent. The number is asked for again, since it is never kept; in the captcha flow a fresh captcha comes
 * first, since no vendor says that an old one outlives a send.
 */
public final class ResendCode {

    private final SessionRepository sessionRepository;
    private final SendOtp sendOtp;
    private final FetchCaptcha fetchCaptcha;

    public ResendCode(SessionRepository sessionRepository, SendOtp sending, FetchCaptcha loading) {
        this.sessionRepository = sessionRepository;
        this.sendOtp = sending;
        this.fetchCaptcha = loading;
    }

    public Either<KycFailure, StepResult> resend(SessionId id, Optional<IdentityNumber> number) {
        return sessionRepository
                .find(id)
                .flatMap(RequireState::awaitingOtp)
                .flatMap(session -> session.header().flow() == Flow.CAPTCHA_OTP
                        ? resendThroughCaptcha(session)
                        : resendDirectly(session, number));
    }

    private Either<KycFailure, StepResult> resendThroughCaptcha(KycSession.AwaitingOtp<?> session) {
        return session.resend(sessionRepository.policies(session).captcha(), sessionRepository.now())
                .flatMap(intent -> fetchCaptcha.fetchFirst(session, intent));
    }

    private Either<KycFailure, StepResult> resendDirectly(
            KycSession.AwaitingOtp<?> session, Optional<IdentityNumber> number) {
        return number.<Either<KycFailure, StepResult>>map(known ->
                        session.resend(sessionRepository.now()).flatMap(intent -> sendOtp.send(session, intent, known)))
                .orElseGet(() -> Either.left(InputField.AADHAAR.reject("is needed again, since it is never kept")));
    }
}
