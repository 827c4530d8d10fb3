package dev.kycport.adapter.jdbc;

import dev.kycport.app.KycService;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.SessionRequest;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.Flow;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.sample.MovableClock;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import io.vavr.control.Either;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Sessions of every flow, with the secrets of a canary in every place where a person or a provider can put one. */
final class CanarySessions {

    private static final Duration LATER = Duration.ofMinutes(2);

    private final Canary canary;
    private final MovableClock clock = MovableClock.atSampleTime();
    private final KycService service;
    private final List<VerifiedIdentity> identities = new ArrayList<>();

    CanarySessions(Canary canary, Stores stores) {
        this.canary = canary;
        this.service = KycService.builder(stores, new KycEnvironment(clock, CanarySessions::random))
                .provider(new CanaryProvider(canary, clock))
                .build();
    }

    /** Every flow to its end, with mistakes on the way; who was verified in the end is still there. */
    List<VerifiedIdentity> everything() {
        direct();
        clock.advance(LATER);
        captcha();
        clock.advance(LATER);
        digiLocker();
        clock.advance(LATER);
        unfinished();
        return List.copyOf(identities);
    }

    private void direct() {
        SessionId id = consented(Flow.DIRECT_OTP);
        service.startDirectOtp(id, canary.aadhaar()).get();
        service.submitCode(id, OtpCode.parse("111111").get()).get();
        clock.advance(LATER);
        service.resend(id, canary.aadhaar()).get();
        verified(service.submitCode(id, canary.otpCode()));
    }

    private void captcha() {
        SessionId id = consented(Flow.CAPTCHA_OTP);
        service.startCaptcha(id).get();
        service.submitCaptcha(id, canary.aadhaar(), canary.captchaAnswer()).get();
        service.submitCode(id, OtpCode.parse("111111").get()).get();
        verified(service.submitCode(id, canary.otpCode()));
    }

    private void digiLocker() {
        SessionId id = consented(Flow.DIGILOCKER);
        service.startDigiLocker(
                        id,
                        RedirectUrl.parse("https://host.example/kyc/return").get(),
                        EnumSet.allOf(DocumentType.class))
                .get();
        String grant = "code=" + URLEncoder.encode(canary.code(), StandardCharsets.UTF_8);
        service.handleDigiLockerReturn(id, back(grant + "&state=foreign"));
        verified(service.handleDigiLockerReturn(id, back(grant + "&state=" + state(id))));
    }

    // Secrets that lead nowhere: a wrong answer, a refused second session, a code for a session that has none.
    private void unfinished() {
        SessionId wrong = consented(Flow.CAPTCHA_OTP);
        service.startCaptcha(wrong).get();
        service.submitCaptcha(
                wrong, canary.aadhaar(), CaptchaAnswer.parse("nothing").get());
        service.submitCode(wrong, canary.otpCode());
        clock.advance(LATER);
        SessionId first = consented(Flow.DIRECT_OTP);
        service.startDirectOtp(first, canary.aadhaar()).get();
        service.startDirectOtp(consented(Flow.DIRECT_OTP), canary.aadhaar());
        service.submitCode(first, OtpCode.parse("999999").get());
        service.withdrawConsent(first);
    }

    private SessionId consented(Flow flow) {
        SessionRequest request = SessionRequest.parse(
                        flow.code(), "customer-7", "opening an account", SampleValues.anyNotice())
                .get();
        SessionId id = service.open(request).get().session().id();
        service.giveConsent(id, ConsentMethod.CHECKBOX).get();
        return id;
    }

    private void verified(Either<KycFailure, StepResult> progress) {
        if (progress.get().session() instanceof KycSession.Verified session) {
            identities.add(session.identity());
            return;
        }
        throw new AssertionError("not verified: " + progress);
    }

    private String state(SessionId id) {
        return service.findSession(id).get() instanceof KycSession.AwaitingAuthorization<?> session
                        && session.authorization() instanceof AuthorizationChallenge.Offered offered
                ? offered.request().state().value()
                : "none";
    }

    private static ReturnUrl back(String query) {
        return ReturnUrl.parse("https://host.example/kyc/return?" + query).get();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
