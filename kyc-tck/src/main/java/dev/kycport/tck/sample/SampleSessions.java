package dev.kycport.tck.sample;

import dev.kycport.domain.Flow;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.digilocker.AuthorizationCallback;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.BirthDate;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.Gender;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.identity.Photo;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.otp.OtpPolicy;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.Policies;
import dev.kycport.domain.session.SessionHeader;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.tck.secrecy.Canary;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sessions in every state, each come about by the moves that lead there. */
public final class SampleSessions {

    private static final Instant NOW = SampleValues.NOW;
    private static final Policies POLICIES = Policies.DEFAULT;
    private static final OtpPolicy OTP = POLICIES.otp();

    private SampleSessions() {}

    static SessionSnapshot opened(Flow flow) {
        return SessionSnapshot.of(KycSession.open(SampleValues.anyDossier(flow)));
    }

    static List<SessionSnapshot> successorsOf(SessionSnapshot opened) {
        KycSession.Consented consented = consented(opened.header());
        return List.of(
                SessionSnapshot.of(consented),
                SessionSnapshot.of(consented.requestCode(OTP, NOW).get()));
    }

    /** The session after its end, whatever it was. */
    public static SessionSnapshot ended(SessionSnapshot session) {
        return SessionSnapshot.of(KycSession.open(session.header()).end(EndReason.EXPIRED));
    }

    static List<SessionSnapshot> every() {
        List<KycSession> sessions = new ArrayList<>();
        sessions.add(KycSession.open(SampleValues.anyDossier(Flow.DIGILOCKER)));
        sessions.add(consented(SampleValues.anyDossier(Flow.DIRECT_OTP)));
        sessions.addAll(captchas());
        sessions.addAll(codes());
        sessions.addAll(authorizations());
        Arrays.stream(EndReason.values())
                .forEach(reason -> sessions.add(KycSession.open(SampleValues.anyDossier(Flow.DIRECT_OTP))
                        .end(reason)));
        return sessions.stream().map(SessionSnapshot::of).toList();
    }

    static VerifiedIdentity identity(Flow flow) {
        return new VerifiedIdentity(
                "आशा Test Rao",
                BirthDate.ofDate(LocalDate.of(1990, 2, 1)),
                Gender.FEMALE,
                new Address(Map.of(Address.Part.HOUSE, "1", Address.Part.VTC, "Bengaluru", Address.Part.PIN, "560001")),
                Optional.of(new Photo(SampleFiles.JPEG, SampleFiles.typeOf(SampleFiles.JPEG))),
                Optional.of(MaskedNumber.ofAadhaar("7058")),
                List.of(
                        new IssuedDocument(
                                DocumentType.PAN,
                                "Income Tax Department",
                                SampleFiles.PDF,
                                SampleFiles.typeOf(SampleFiles.PDF)),
                        new IssuedDocument(
                                DocumentType.DRIVING_LICENCE,
                                "",
                                SampleFiles.XML,
                                SampleFiles.typeOf(SampleFiles.XML))),
                new Assurance(flow, SampleValues.anyProvider(), NOW));
    }

    private static List<KycSession> captchas() {
        KycSession.AwaitingCaptcha<CaptchaChallenge.Requested> first = consented(
                        SampleValues.anyDossier(Flow.CAPTCHA_OTP))
                .requestCaptcha(POLICIES, NOW)
                .get();
        CaptchaChallenge.Shown shown = first.captcha().show(SampleFiles.captcha(), POLICIES.captcha(), NOW);
        return List.of(
                first,
                captcha(shown),
                captcha(shown.answer(NOW).get()),
                captcha(shown.expire()),
                captcha(shown.refresh(NOW).get()),
                captcha(shown.expire().refresh(NOW).get()));
    }

    private static List<KycSession> codes() {
        OtpChallenge.Requested first = OtpChallenge.request(OTP, NOW);
        OtpChallenge.AwaitingCode awaiting = first.sent(SampleValues.anyReference(), OTP, NOW);
        OtpChallenge.Verifying verifying = awaiting.submit(NOW).get();
        OtpChallenge.AfterPending pending = first.pending(Optional.empty(), OTP, Duration.ofSeconds(45), NOW);
        OtpChallenge.Requested again =
                awaiting.resend(awaiting.resendNotBefore()).get();
        return List.of(
                code(first),
                code(awaiting),
                code(verifying),
                code(pending),
                code(first.outcomeUnknown(OTP, NOW)),
                code(awaiting.expire()),
                code(again),
                code(again.outcomeUnknown(OTP, NOW).resend(NOW.plusSeconds(60)).get()),
                verified(verifying),
                verified(verifying).complete());
    }

    private static List<KycSession> authorizations() {
        AuthorizationChallenge.Requested first = AuthorizationChallenge.request(NOW);
        AuthorizationChallenge.Offered offered = first.offer(SampleFiles.offer(), POLICIES.authorization(), NOW);
        AuthorizationCallback.Granted granted =
                new AuthorizationCallback.Granted(SampleFiles.offer().state().value(), Canary.DEFAULT.grant());
        AuthorizationChallenge.Returned returned =
                offered.acceptCallback(granted, NOW).get();
        AuthorizationChallenge.Connected connected = returned.connect();
        return List.of(
                authorization(first),
                authorization(offered),
                authorization(returned),
                authorization(connected),
                authorization(connected.fetchDocuments(NOW)));
    }

    private static <C extends CaptchaChallenge.Open> KycSession captcha(C challenge) {
        return consented(SampleValues.anyDossier(Flow.CAPTCHA_OTP))
                .requestCaptcha(POLICIES, NOW)
                .get()
                .with(challenge);
    }

    private static <C extends OtpChallenge.Open> KycSession.AwaitingOtp<C> code(C challenge) {
        return consented(SampleValues.anyDossier(Flow.DIRECT_OTP))
                .requestCode(OTP, NOW)
                .get()
                .with(challenge);
    }

    private static <C extends AuthorizationChallenge.Open> KycSession authorization(C challenge) {
        return consented(SampleValues.anyDossier(Flow.DIGILOCKER))
                .requestAuthorization(NOW)
                .get()
                .with(challenge);
    }

    private static KycSession.Verified verified(OtpChallenge.Verifying verifying) {
        return code(verifying).verify(verifying.right(), identity(Flow.DIRECT_OTP), POLICIES.session(), NOW);
    }

    private static KycSession.Consented consented(SessionHeader sessionHeader) {
        return KycSession.open(sessionHeader).giveConsent(SampleValues.anyGivenConsent(sessionHeader.consent()));
    }
}
