package dev.kycport.domain.session;

import dev.kycport.domain.captcha.CaptchaSnapshot;
import dev.kycport.domain.digilocker.AuthorizationSnapshot;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.otp.OtpSnapshot;
import java.util.Optional;

/**
 * A session as it is stored, and the only way back from storage to a state. It holds no secret: number, code, answer and
 * grant are in no state, so they cannot be in a snapshot.
 *
 * @param state which of the following parts are there
 */
public record SessionSnapshot(
        Dossier dossier,
        SessionState state,
        Optional<CaptchaSnapshot> captcha,
        Optional<OtpSnapshot> otp,
        Optional<AuthorizationSnapshot> authorization,
        Optional<VerifiedIdentity> identity,
        Optional<EndReason> endReason) {

    /** The stored form of a session. */
    public static SessionSnapshot of(KycSession session) {
        return session.match(Snapshooting.SESSION);
    }

    /**
     * The session as it was.
     *
     * @throws IllegalArgumentException if parts are missing: the store is damaged
     */
    public KycSession restore() {
        return switch (state) {
            case OPENED -> new KycSession.Opened(dossier);
            case CONSENTED -> new KycSession.Consented(dossier);
            case AWAITING_CAPTCHA ->
                new KycSession.AwaitingCaptcha<>(
                        dossier, part(captcha).restore(), part(otp).requested());
            case AWAITING_OTP -> new KycSession.AwaitingOtp<>(dossier, part(otp).restore());
            case AWAITING_AUTHORIZATION ->
                new KycSession.AwaitingAuthorization<>(
                        dossier, part(authorization).restore());
            case VERIFIED -> new KycSession.Verified(dossier, part(identity));
            case ENDED -> new KycSession.Ended(dossier, part(endReason));
        };
    }

    static SessionSnapshot bare(KycSession session) {
        return new SessionSnapshot(
                session.dossier(),
                session.state(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    SessionSnapshot with(CaptchaSnapshot part) {
        return new SessionSnapshot(dossier, state, Optional.of(part), otp, authorization, identity, endReason);
    }

    SessionSnapshot with(OtpSnapshot part) {
        return new SessionSnapshot(dossier, state, captcha, Optional.of(part), authorization, identity, endReason);
    }

    SessionSnapshot with(AuthorizationSnapshot part) {
        return new SessionSnapshot(dossier, state, captcha, otp, Optional.of(part), identity, endReason);
    }

    SessionSnapshot with(VerifiedIdentity part) {
        return new SessionSnapshot(dossier, state, captcha, otp, authorization, Optional.of(part), endReason);
    }

    SessionSnapshot with(EndReason part) {
        return new SessionSnapshot(dossier, state, captcha, otp, authorization, identity, Optional.of(part));
    }

    private static <T> T part(Optional<T> part) {
        return part.orElseThrow(() -> new IllegalArgumentException("a stored session is damaged"));
    }
}
