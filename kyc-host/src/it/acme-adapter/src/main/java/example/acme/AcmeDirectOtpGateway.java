package example.acme;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.BirthDate;
import dev.kycport.domain.identity.Gender;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.otp.NotSentReason;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.gateway.SessionLost;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls Acme and maps its replies to verdicts. A code that Acme does not document is unintelligible. */
record AcmeDirectOtpGateway(AcmeCalls calls, InstantSource time) implements DirectOtpGateway {

    @Override
    public Either<ProviderFailure, SendVerdict> send(ConsentProof proof, IdentityNumber number) {
        return calls.post(
                "/codes",
                Map.of("number", number.reveal(), "purpose", proof.purpose().value()),
                this::toSendVerdict);
    }

    @Override
    public Either<ProviderFailure, CodeVerdict> verify(ConsentProof proof, ProviderReference ticket, OtpCode code) {
        return calls.post(
                "/codes/check", Map.of("ticket", ticket.value(), "code", code.reveal()), this::toCodeVerdict);
    }

    private Either<ProviderFailure, SendVerdict> toSendVerdict(AcmeReply reply) {
        return switch (reply.code()) {
            case "sent" -> ticket(reply).map(SendVerdict.CodeSent::new);
            case "no-mobile" -> Either.right(new SendVerdict.CodeNotSent(NotSentReason.MOBILE_NOT_LINKED));
            case "no-such-number" -> Either.right(new SendVerdict.CodeNotSent(NotSentReason.NUMBER_INVALID));
            default -> Either.left(reply.failure());
        };
    }

    private static Either<ProviderFailure, ProviderReference> ticket(AcmeReply reply) {
        return ProviderReference.tryParse(reply.text("ticket"))
                .<Either<ProviderFailure, ProviderReference>>map(Either::right)
                .orElseGet(() -> Either.left(reply.unintelligible(UnintelligibleReason.MISSING_FIELD)));
    }

    private Either<ProviderFailure, CodeVerdict> toCodeVerdict(AcmeReply reply) {
        return switch (reply.code()) {
            case "right" -> toIdentity(reply).map(CodeVerdict.RightCode::new);
            case "wrong" -> Either.right(new CodeVerdict.WrongCode());
            case "expired" -> Either.right(new CodeVerdict.CodeExpired());
            case "no-such-ticket" -> Either.right(new SessionLost());
            default -> Either.left(reply.failure());
        };
    }

    private Either<ProviderFailure, VerifiedIdentity> toIdentity(AcmeReply reply) {
        Optional<Gender> gender = Gender.fromLetter(reply.personText("gender"));
        Optional<BirthDate> born = parseDate(reply.personText("born"));
        return reply.personText("name").isBlank() || gender.isEmpty() || born.isEmpty()
                ? Either.left(reply.unintelligible(UnintelligibleReason.MISSING_FIELD))
                : Either.right(new VerifiedIdentity(
                        reply.personText("name"),
                        born.get(),
                        gender.get(),
                        Address.UNKNOWN,
                        Optional.empty(),
                        masked(reply.personText("number")),
                        List.of(),
                        new Assurance(Flow.DIRECT_OTP, AcmeProviderFactory.ID, time.instant())));
    }

    // Acme returns the whole number; only the last four digits may leave this class.
    private static Optional<MaskedNumber> masked(String number) {
        return Optional.of(number)
                .filter(digits -> digits.matches(".*[0-9]{4}"))
                .map(digits -> MaskedNumber.ofAadhaar(digits.substring(digits.length() - 4)));
    }

    private static Optional<BirthDate> parseDate(String text) {
        try {
            return Optional.of(BirthDate.ofDate(LocalDate.parse(text)));
        } catch (DateTimeException invalid) {
            return Optional.empty();
        }
    }
}
