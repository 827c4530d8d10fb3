package dev.kycport.adapter.accuauth;

import dev.kycport.adapter.accuauth.AccuauthReplies.Envelope;
import dev.kycport.adapter.accuauth.AccuauthReplies.Kyc;
import dev.kycport.adapter.accuauth.AccuauthReplies.Sent;
import dev.kycport.adapter.feign.Required;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.Oddity;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.otp.NotSentReason;
import dev.kycport.ports.CodeVerdict;
import dev.kycport.ports.SendVerdict;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Optional;

/** What AccuAuth's {@code OK} means, or what it lacks to mean anything. Pure; errors are in {@link AccuauthTables}. */
final class AccuauthTranslation {

    private AccuauthTranslation() {}

    /** Of send_aadhaar_otp: {@code OK} says that we were heard, {@code otp_sent} whether a code was sent. */
    static Either<Oddity, SendVerdict> sent(Envelope<Sent> reply) {
        return Required.present(reply.result())
                .flatMap(sent -> Required.present(sent.otpSent())
                        .flatMap(codeIsOnItsWay -> codeIsOnItsWay ? sent(sent) : notSent(sent)));
    }

    private static Either<Oddity, SendVerdict> sent(Sent sent) {
        return sent.contradictsItself()
                ? Either.left(Oddity.MALFORMED)
                : Required.parsed(sent.clientId(), ProviderReference::named).map(SendVerdict.CodeSent::new);
    }

    // Where neither the number nor the mobile is to blame, what is to blame is missing, and whom to help by what
    // unknown.
    private static Either<Oddity, SendVerdict> notSent(Sent sent) {
        return Required.present(reason(sent)).map(SendVerdict.CodeNotSent::new);
    }

    private static Optional<NotSentReason> reason(Sent sent) {
        if (!sent.validAadhaar().orElse(true)) {
            return Optional.of(NotSentReason.NUMBER_INVALID);
        }
        return sent.ifNumber().orElse(true) ? Optional.empty() : Optional.of(NotSentReason.MOBILE_NOT_LINKED);
    }

    /** Of validate_aadhaar_otp. */
    static Either<Oddity, CodeVerdict> rightCode(Envelope<Kyc> reply, Instant now) {
        Assurance assurance = new Assurance(Flow.DIRECT_OTP, Accuauth.ID, now);
        return Required.present(reply.result())
                .flatMap(kyc -> kyc.contradictsItself()
                        ? Either.left(Oddity.MALFORMED)
                        : AccuauthPeople.identity(kyc, assurance))
                .map(CodeVerdict.RightCode::new);
    }
}
