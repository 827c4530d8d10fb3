package dev.kycport.endurance.user;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.otp.OtpSnapshot;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionSnapshot;
import java.util.Optional;

/**
 * The state of a session as an answer acknowledged it.
 *
 * @param code the vendor's reference of the code that can be submitted now, or {@value #NONE}
 * @param attempts the attempts left for that code
 * @param detail everything else that distinguishes two states of one revision
 */
public record StepOutcome(SessionId session, long revision, String state, String code, int attempts, String detail) {

    public static final String NONE = "-";

    public static StepOutcome of(KycSession session) {
        return of(SessionSnapshot.of(session));
    }

    public static StepOutcome of(SessionSnapshot session) {
        Optional<OtpSnapshot> code = session.otp().filter(otp -> otp.kind() == OtpSnapshot.Kind.AWAITING_CODE);
        return new StepOutcome(
                session.header().id(),
                session.header().revision(),
                session.state().code(),
                code.flatMap(OtpSnapshot::reference)
                        .map(ProviderReference::value)
                        .orElse(NONE),
                code.map(OtpSnapshot::attemptsLeft).orElse(0),
                detail(session));
    }

    /** Whether the session is verified, completed or ended. */
    public boolean isFinal() {
        return isFinal(state);
    }

    static boolean isFinal(String state) {
        return switch (state) {
            case "verified", "completed", "ended" -> true;
            default -> false;
        };
    }

    private static String detail(SessionSnapshot session) {
        StringBuilder detail = new StringBuilder();
        session.captcha()
                .ifPresent(captcha -> detail.append("captcha/")
                        .append(captcha.kind())
                        .append('/')
                        .append(captcha.refreshesLeft())
                        .append('/')
                        .append(captcha.attemptsLeft()));
        session.otp()
                .ifPresent(otp ->
                        detail.append("otp/").append(otp.kind()).append('/').append(otp.resendsLeft()));
        session.authorization()
                .ifPresent(offer -> detail.append("authorization/").append(offer.kind()));
        session.endReason().ifPresent(reason -> detail.append(reason.code()));
        session.identity()
                .ifPresent(identity ->
                        detail.append("identity/").append(identity.name().hashCode()));
        return detail.isEmpty() ? NONE : detail.toString();
    }
}
