package dev.kycport.app.internal.session;

import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;

/** The session in the state that a step needs. Left: {@code session.wrong-state} or {@code session.over}. */
public final class RequireState {

    private RequireState() {}

    public static Either<KycFailure, KycSession.Opened> opened(KycSession session) {
        return session instanceof KycSession.Opened opened ? Either.right(opened) : Either.left(session.rejection());
    }

    public static Either<KycFailure, KycSession.Consented> consented(KycSession session) {
        return session instanceof KycSession.Consented consented
                ? Either.right(consented)
                : Either.left(session.rejection());
    }

    public static Either<KycFailure, KycSession.AwaitingCaptcha<?>> awaitingCaptcha(KycSession session) {
        return session instanceof KycSession.AwaitingCaptcha<?> captcha
                ? Either.right(captcha)
                : Either.left(session.rejection());
    }

    public static Either<KycFailure, KycSession.AwaitingOtp<?>> awaitingOtp(KycSession session) {
        return session instanceof KycSession.AwaitingOtp<?> otp ? Either.right(otp) : Either.left(session.rejection());
    }

    public static Either<KycFailure, KycSession.AwaitingAuthorization<?>> awaitingAuthorization(KycSession session) {
        return session instanceof KycSession.AwaitingAuthorization<?> authorization
                ? Either.right(authorization)
                : Either.left(session.rejection());
    }

    public static Either<KycFailure, KycSession.Live> live(KycSession session) {
        return session instanceof KycSession.Live live ? Either.right(live) : Either.left(session.rejection());
    }
}
