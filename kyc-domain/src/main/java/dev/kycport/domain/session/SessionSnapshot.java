package dev.kycport.domain.session;

import dev.kycport.domain.captcha.CaptchaSnapshot;
import dev.kycport.domain.digilocker.AuthorizationSnapshot;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.otp.OtpSnapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stored form of a session, and the only way from storage back to a state. It has no secrets: number, code, captcha answer
 * and grant are in no state, so they cannot be in a snapshot.
 *
 * @param state which of the following parts are there
 * @param identity of a verified session, and of no other
 * @param keptUntil how long the identity stays
 * @param assurance of a completed session: what is left of its identity
 */
public record SessionSnapshot(
        SessionHeader header,
        SessionState state,
        Optional<CaptchaSnapshot> captcha,
        Optional<OtpSnapshot> otp,
        Optional<AuthorizationSnapshot> authorization,
        Optional<VerifiedIdentity> identity,
        Optional<Instant> keptUntil,
        Optional<Assurance> assurance,
        Optional<EndReason> endReason) {

    /** The stored form of a session. */
    public static SessionSnapshot of(KycSession session) {
        return session.match(StoredForm.INSTANCE);
    }

    /**
     * The session that was stored.
     *
     * @throws IllegalArgumentException if parts are missing: the store is damaged
     */
    public KycSession restore() {
        return switch (state) {
            case OPENED -> new KycSession.Opened(header);
            case CONSENTED -> new KycSession.Consented(header);
            case AWAITING_CAPTCHA ->
                new KycSession.AwaitingCaptcha<>(
                        header, part(captcha).restore(), part(otp).requested());
            case AWAITING_OTP -> new KycSession.AwaitingOtp<>(header, part(otp).restore());
            case AWAITING_AUTHORIZATION ->
                new KycSession.AwaitingAuthorization<>(
                        header, part(authorization).restore());
            case VERIFIED -> new KycSession.Verified(header, part(identity), part(keptUntil));
            case COMPLETED -> new KycSession.Completed(header, part(assurance));
            case ENDED -> new KycSession.Ended(header, part(endReason));
        };
    }

    /** Whether this is a verified session whose identity is stored but cannot be decrypted. */
    public boolean isIdentityUnreadable() {
        return state == SessionState.VERIFIED && identity.isEmpty();
    }

    /**
     * Ends a session whose {@linkplain #isIdentityUnreadable() identity cannot be read}, which erases the identity.
     *
     * @throws IllegalArgumentException if it is not
     */
    public KycSession.Ended endUnreadable(EndReason reason) {
        if (!isIdentityUnreadable()) {
            throw new IllegalArgumentException("only a session with an unreadable identity ends this way");
        }
        return new KycSession.Ended(header.next(), reason);
    }

    /**
     * From when on {@link SessionReconciliation} can change this session, by time or by a lost outcome. Empty if nothing will
     * change it any more.
     */
    public Optional<Instant> dueAt() {
        return switch (state) {
            case VERIFIED -> keptUntil;
            case COMPLETED, ENDED -> Optional.empty();
            case OPENED, CONSENTED, AWAITING_CAPTCHA, AWAITING_OTP, AWAITING_AUTHORIZATION ->
                Stream.of(Optional.of(header.expiresAt()), challengeDueAt())
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder());
        };
    }

    // A code behind a captcha has not been requested yet.
    private Optional<Instant> challengeDueAt() {
        return captcha.isPresent()
                ? captcha.flatMap(CaptchaSnapshot::dueAt)
                : otp.flatMap(OtpSnapshot::dueAt).or(() -> authorization.flatMap(AuthorizationSnapshot::dueAt));
    }

    private static SessionSnapshot withoutParts(KycSession session) {
        return new SessionSnapshot(
                session.header(),
                session.state(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private SessionSnapshot with(CaptchaSnapshot part) {
        return new SessionSnapshot(
                header, state, Optional.of(part), otp, authorization, identity, keptUntil, assurance, endReason);
    }

    private SessionSnapshot with(OtpSnapshot part) {
        return new SessionSnapshot(
                header, state, captcha, Optional.of(part), authorization, identity, keptUntil, assurance, endReason);
    }

    private SessionSnapshot with(AuthorizationSnapshot part) {
        return new SessionSnapshot(
                header, state, captcha, otp, Optional.of(part), identity, keptUntil, assurance, endReason);
    }

    private SessionSnapshot with(VerifiedIdentity part, Instant until) {
        return new SessionSnapshot(
                header,
                state,
                captcha,
                otp,
                authorization,
                Optional.of(part),
                Optional.of(until),
                assurance,
                endReason);
    }

    private SessionSnapshot with(Assurance part) {
        return new SessionSnapshot(
                header, state, captcha, otp, authorization, identity, keptUntil, Optional.of(part), endReason);
    }

    private SessionSnapshot with(EndReason part) {
        return new SessionSnapshot(
                header, state, captcha, otp, authorization, identity, keptUntil, assurance, Optional.of(part));
    }

    private static <T> T part(Optional<T> part) {
        return part.orElseThrow(() -> new IllegalArgumentException("a stored session is damaged"));
    }

    private enum StoredForm implements KycSession.Cases<SessionSnapshot> {
        INSTANCE;

        @Override
        public SessionSnapshot opened(KycSession.Opened session) {
            return withoutParts(session);
        }

        @Override
        public SessionSnapshot consented(KycSession.Consented session) {
            return withoutParts(session);
        }

        @Override
        public SessionSnapshot awaitingCaptcha(KycSession.AwaitingCaptcha<?> session) {
            return withoutParts(session)
                    .with(CaptchaSnapshot.of(session.captcha()))
                    .with(OtpSnapshot.of(session.otp()));
        }

        @Override
        public SessionSnapshot awaitingOtp(KycSession.AwaitingOtp<?> session) {
            return withoutParts(session).with(OtpSnapshot.of(session.otp()));
        }

        @Override
        public SessionSnapshot awaitingAuthorization(KycSession.AwaitingAuthorization<?> session) {
            return withoutParts(session).with(AuthorizationSnapshot.of(session.authorization()));
        }

        @Override
        public SessionSnapshot verified(KycSession.Verified session) {
            return withoutParts(session).with(session.identity(), session.keptUntil());
        }

        @Override
        public SessionSnapshot completed(KycSession.Completed session) {
            return withoutParts(session).with(session.assurance());
        }

        @Override
        public SessionSnapshot ended(KycSession.Ended session) {
            return withoutParts(session).with(session.reason());
        }
    }
}
