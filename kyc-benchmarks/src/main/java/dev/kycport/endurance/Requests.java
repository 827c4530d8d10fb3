package dev.kycport.endurance;

import dev.kycport.app.KycService;
import dev.kycport.app.Progress;
import dev.kycport.app.SessionRequest;
import dev.kycport.domain.Flow;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionSnapshot;
import io.vavr.control.Either;
import java.util.Set;

/** How every {@link Step} is asked of the service. Safe for use by many threads. */
final class Requests {

    private static final ConsentNotice NOTICE = new ConsentNotice("endurance v1", "en-IN", "We ask for your name.");
    private static final RedirectUrl BACK =
            RedirectUrl.parse("https://host.invalid/back").get();

    private final KycService service;

    Requests(KycService service) {
        this.service = service;
    }

    Either<KycFailure, KycSession> open(Subject subject) {
        return SessionRequest.parse(subject.flow().code(), subject.name(), subject.name(), NOTICE)
                .<KycFailure>mapLeft(no -> no)
                .flatMap(service::open)
                .map(Progress::session);
    }

    Either<KycFailure, KycSession> look(SessionId id) {
        return service.look(id);
    }

    /** Any step but the first. */
    Either<KycFailure, KycSession> make(Step step, Subject subject, KycSession at) {
        return step == Step.LOOK ? look(at.id()) : progress(step, subject, at).map(Progress::session);
    }

    private Either<KycFailure, Progress> progress(Step step, Subject subject, KycSession at) {
        SessionId id = at.id();
        return switch (step) {
            case AGREE -> service.giveConsent(id, ConsentMethod.BUTTON);
            case DECLINE -> service.declineConsent(id);
            case START -> start(subject, id);
            case RELOAD -> service.reloadCaptcha(id);
            case ANSWER_RIGHT -> service.submitCaptcha(id, number(subject), answer(Secrets.CAPTCHA));
            case ANSWER_WRONG -> service.submitCaptcha(id, number(subject), answer(Secrets.WRONG_CAPTCHA));
            case SUBMIT_RIGHT -> service.submitCode(id, code(Secrets.CODE));
            case SUBMIT_WRONG -> service.submitCode(id, code(Secrets.WRONG_CODE));
            case RESEND -> subject.flow() == Flow.DIRECT_OTP ? service.resend(id, number(subject)) : service.resend(id);
            case COME_BACK -> service.takeUpReturn(id, back("code=" + Secrets.GRANT, state(at)));
            case COME_BACK_REFUSED -> service.takeUpReturn(id, back("error=access_denied", state(at)));
            case COME_BACK_FOREIGN -> service.takeUpReturn(id, back("code=" + Secrets.GRANT, "somebody-else"));
            case COLLECT -> service.collect(id);
            case COMPLETE -> service.complete(id);
            case CANCEL -> service.cancel(id);
            case WITHDRAW -> service.withdrawConsent(id);
            case OPEN, LOOK -> throw new IllegalArgumentException(step + " is no step of an open session");
        };
    }

    private Either<KycFailure, Progress> start(Subject subject, SessionId id) {
        return switch (subject.flow()) {
            case CAPTCHA_OTP -> service.startCaptcha(id);
            case DIRECT_OTP -> service.startDirect(id, number(subject));
            case DIGILOCKER -> service.startDigiLocker(id, BACK, Set.of(DocumentType.AADHAAR));
        };
    }

    private IdentityNumber number(Subject subject) {
        return service.number(subject.aadhaar()).get();
    }

    private static CaptchaAnswer answer(String text) {
        return CaptchaAnswer.parse(text).get();
    }

    private static OtpCode code(String digits) {
        return OtpCode.parse(digits).get();
    }

    private static ReturnUrl back(String said, String state) {
        return ReturnUrl.parse("?" + said + "&state=" + state).get();
    }

    // The stub's state is its transaction, which is the reference of the offer.
    private static String state(KycSession at) {
        return SessionSnapshot.of(at)
                .authorization()
                .flatMap(authorization -> authorization.offer())
                .map(offer -> offer.reference().value())
                .orElse("none-yet");
    }
}
