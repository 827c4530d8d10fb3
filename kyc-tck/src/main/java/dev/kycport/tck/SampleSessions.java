package dev.kycport.tck;

import dev.kycport.domain.Flow;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.digilocker.AuthorizationReturn;
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
import dev.kycport.domain.session.Dossier;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.Policies;
import dev.kycport.domain.session.SessionSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sessions in every state, each come about by the moves that lead there. */
final class SampleSessions {

    private static final Instant NOW = Sample.NOW;
    private static final Policies POLICIES = Policies.USUAL;
    private static final OtpPolicy OTP = POLICIES.otp();

    private SampleSessions() {}

    static SessionSnapshot opened(Flow flow) {
        return SessionSnapshot.of(KycSession.open(Sample.anyDossier(flow)));
    }

    static List<SessionSnapshot> successorsOf(SessionSnapshot opened) {
        KycSession.Consented consented = consented(opened.dossier());
        return List.of(
                SessionSnapshot.of(consented),
                SessionSnapshot.of(consented.requestCode(OTP, NOW).get()));
    }

    /** The session after its end, whatever it was. */
    static SessionSnapshot ended(SessionSnapshot session) {
        return SessionSnapshot.of(KycSession.open(session.dossier()).end(EndReason.EXPIRED));
    }

    static List<SessionSnapshot> every() {
        List<KycSession> sessions = new ArrayList<>();
        sessions.add(KycSession.open(Sample.anyDossier(Flow.DIGILOCKER)));
        sessions.add(consented(Sample.anyDossier(Flow.DIRECT_OTP)));
        sessions.addAll(captchas());
        sessions.addAll(codes());
        sessions.addAll(authorizations());
        Arrays.stream(EndReason.values())
                .forEach(reason -> sessions.add(
                        KycSession.open(Sample.anyDossier(Flow.DIRECT_OTP)).end(reason)));
        return sessions.stream().map(SessionSnapshot::of).toList();
    }

    static VerifiedIdentity identity(Flow flow) {
        return new VerifiedIdentity(
                "आशा Test Rao",
                BirthDate.on(LocalDate.of(1990, 2, 1)),
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
                new Assurance(flow, Sample.anyProvider(), NOW));
    }

    private static List<KycSession> captchas() {
        KycSession.AwaitingCaptcha<CaptchaChallenge.Requested> first = consented(Sample.anyDossier(Flow.CAPTCHA_OTP))
                .askCaptcha(POLICIES, NOW)
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
        OtpChallenge.AwaitingCode awaiting = first.sent(Sample.anyReference(), OTP, NOW);
        OtpChallenge.Judging judging = awaiting.submit(NOW).get();
        OtpChallenge.Held pending = first.pending(Optional.empty(), OTP, Duration.ofSeconds(45), NOW);
        OtpChallenge.Requested again =
                awaiting.resend(awaiting.resendNotBefore()).get();
        return List.of(
                code(first),
                code(awaiting),
                code(judging),
                code(pending),
                code(first.lost(OTP, NOW)),
                code(awaiting.expire()),
                code(again),
                code(again.lost(OTP, NOW).resend(NOW.plusSeconds(60)).get()),
                verified(judging),
                verified(judging).complete());
    }

    private static List<KycSession> authorizations() {
        AuthorizationChallenge.Requested first = AuthorizationChallenge.request(NOW);
        AuthorizationChallenge.Offered offered = first.offer(SampleFiles.offer(), POLICIES.authorization(), NOW);
        AuthorizationReturn.Granted granted =
                new AuthorizationReturn.Granted(SampleFiles.offer().state().value(), Canary.USUAL.grant());
        AuthorizationChallenge.Returned returned = offered.take(granted, NOW).get();
        AuthorizationChallenge.Connected connected = returned.connect();
        return List.of(
                authorization(first),
                authorization(offered),
                authorization(returned),
                authorization(connected),
                authorization(connected.collect(NOW)));
    }

    private static <C extends CaptchaChallenge.Open> KycSession captcha(C challenge) {
        return consented(Sample.anyDossier(Flow.CAPTCHA_OTP))
                .askCaptcha(POLICIES, NOW)
                .get()
                .with(challenge);
    }

    private static <C extends OtpChallenge.Open> KycSession.AwaitingOtp<C> code(C challenge) {
        return consented(Sample.anyDossier(Flow.DIRECT_OTP))
                .requestCode(OTP, NOW)
                .get()
                .with(challenge);
    }

    private static <C extends AuthorizationChallenge.Open> KycSession authorization(C challenge) {
        return consented(Sample.anyDossier(Flow.DIGILOCKER))
                .askAuthorization(NOW)
                .get()
                .with(challenge);
    }

    private static KycSession.Verified verified(OtpChallenge.Judging judging) {
        return code(judging).verify(judging.right(), identity(Flow.DIRECT_OTP), POLICIES.session(), NOW);
    }

    private static KycSession.Consented consented(Dossier dossier) {
        return KycSession.open(dossier).consent(Sample.anyGivenConsent(dossier.consent()));
    }
}
