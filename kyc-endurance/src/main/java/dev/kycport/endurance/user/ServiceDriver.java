package dev.kycport.endurance.user;

import dev.kycport.app.KycService;
import dev.kycport.app.step.SessionRequest;
import dev.kycport.app.step.StepResult;
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

/** Performs each {@link UserStep} through {@link KycService}. Thread-safe. */
public final class ServiceDriver {

    private static final ConsentNotice NOTICE = new ConsentNotice("endurance v1", "en-IN", "We ask for your name.");
    private static final RedirectUrl REDIRECT_URL =
            RedirectUrl.parse("https://host.invalid/back").get();

    private final KycService service;

    public ServiceDriver(KycService service) {
        this.service = service;
    }

    Either<KycFailure, KycSession> open(TestSubject subject) {
        return SessionRequest.parse(subject.flow().code(), subject.name(), subject.name(), NOTICE)
                .flatMap(service::open)
                .map(StepResult::session);
    }

    Either<KycFailure, KycSession> findSession(SessionId id) {
        return service.findSession(id);
    }

    /** Performs any step except {@link UserStep#OPEN_SESSION}. */
    Either<KycFailure, KycSession> perform(UserStep step, TestSubject subject, KycSession session) {
        return step == UserStep.FIND_SESSION
                ? findSession(session.id())
                : performStep(step, subject, session).map(StepResult::session);
    }

    private Either<KycFailure, StepResult> performStep(UserStep step, TestSubject subject, KycSession session) {
        SessionId id = session.id();
        return switch (step) {
            case GIVE_CONSENT -> service.giveConsent(id, ConsentMethod.BUTTON);
            case DECLINE_CONSENT -> service.declineConsent(id);
            case START_FLOW -> start(subject, id);
            case RELOAD_CAPTCHA -> service.reloadCaptcha(id);
            case SUBMIT_RIGHT_CAPTCHA -> service.submitCaptcha(id, number(subject), answer(TestSecrets.CAPTCHA));
            case SUBMIT_WRONG_CAPTCHA -> service.submitCaptcha(id, number(subject), answer(TestSecrets.WRONG_CAPTCHA));
            case SUBMIT_RIGHT_CODE -> service.submitCode(id, code(TestSecrets.CODE));
            case SUBMIT_WRONG_CODE -> service.submitCode(id, code(TestSecrets.WRONG_CODE));
            case RESEND_CODE ->
                subject.flow() == Flow.DIRECT_OTP ? service.resend(id, number(subject)) : service.resend(id);
            case RETURN_GRANTED ->
                service.handleDigiLockerReturn(id, returnUrl("code=" + TestSecrets.GRANT_CODE, stateOf(session)));
            case RETURN_DENIED ->
                service.handleDigiLockerReturn(id, returnUrl("error=access_denied", stateOf(session)));
            case RETURN_FOREIGN_STATE ->
                service.handleDigiLockerReturn(id, returnUrl("code=" + TestSecrets.GRANT_CODE, "another-session"));
            case FETCH_DOCUMENTS -> service.fetchDocuments(id);
            case COMPLETE -> service.complete(id);
            case CANCEL -> service.cancel(id);
            case WITHDRAW_CONSENT -> service.withdrawConsent(id);
            case OPEN_SESSION, FIND_SESSION -> throw new IllegalArgumentException(step + " needs no open session");
        };
    }

    private Either<KycFailure, StepResult> start(TestSubject subject, SessionId id) {
        return switch (subject.flow()) {
            case CAPTCHA_OTP -> service.startCaptcha(id);
            case DIRECT_OTP -> service.startDirectOtp(id, number(subject));
            case DIGILOCKER -> service.startDigiLocker(id, REDIRECT_URL, Set.of(DocumentType.AADHAAR));
        };
    }

    private IdentityNumber number(TestSubject subject) {
        return service.number(subject.aadhaar()).get();
    }

    private static CaptchaAnswer answer(String text) {
        return CaptchaAnswer.parse(text).get();
    }

    private static OtpCode code(String digits) {
        return OtpCode.parse(digits).get();
    }

    private static ReturnUrl returnUrl(String query, String state) {
        return ReturnUrl.parse("?" + query + "&state=" + state).get();
    }

    // The vendor stub uses its transaction id both as the OAuth state and as the reference.
    private static String stateOf(KycSession session) {
        return SessionSnapshot.of(session)
                .authorization()
                .flatMap(authorization -> authorization.request())
                .map(offer -> offer.reference().value())
                .orElse("none-yet");
    }
}
