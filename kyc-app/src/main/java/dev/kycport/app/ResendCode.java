package dev.kycport.app;

import dev.kycport.domain.Flow;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.Field;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;
import java.util.Optional;

/**
 * Has another code sent. The number is asked for again, since it is never kept; in the captcha flow a fresh captcha comes
 * first, since no vendor says that an old one outlives a send.
 */
final class ResendCode {

    private final Desk desk;
    private final CodeSending sending;
    private final CaptchaLoading loading;

    ResendCode(Desk desk, CodeSending sending, CaptchaLoading loading) {
        this.desk = desk;
        this.sending = sending;
        this.loading = loading;
    }

    Either<KycFailure, Progress> resend(SessionId id, Optional<IdentityNumber> number) {
        return desk.find(id)
                .flatMap(Expect::awaitingOtp)
                .flatMap(session -> session.dossier().flow() == Flow.CAPTCHA_OTP
                        ? throughCaptcha(session)
                        : directly(session, number));
    }

    private Either<KycFailure, Progress> throughCaptcha(KycSession.AwaitingOtp<?> session) {
        return session.resend(desk.policies(session).captcha(), desk.now())
                .<KycFailure>mapLeft(no -> no)
                .flatMap(intent -> loading.connect(session, intent));
    }

    private Either<KycFailure, Progress> directly(KycSession.AwaitingOtp<?> session, Optional<IdentityNumber> number) {
        return number.<Either<KycFailure, Progress>>map(known -> session.resend(desk.now())
                        .<KycFailure>mapLeft(no -> no)
                        .flatMap(intent -> sending.send(session, intent, known)))
                .orElseGet(() -> Either.left(Field.AADHAAR.because("is needed again, since it is never kept")));
    }
}
