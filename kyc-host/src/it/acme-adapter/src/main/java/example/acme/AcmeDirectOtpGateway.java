package example.acme;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.ProviderFailure;
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
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.gateway.SessionLost;
import io.vavr.control.Either;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Acme's answers mean. A word it does not document is unintelligible, whatever comes with it. */
record AcmeDirectOtpGateway(AcmeLine line, InstantSource time) implements DirectOtpGateway {

    @Override
    public Either<ProviderFailure, SendVerdict> send(ConsentProof proof, IdentityNumber number) {
        return line.ask(
                "/codes", Map.of("number", number.reveal(), "purpose", proof.purpose().value()), this::sent);
    }

    @Override
    public Either<ProviderFailure, CodeVerdict> verify(ConsentProof proof, ProviderReference ticket, OtpCode code) {
        return line.ask("/codes/check", Map.of("ticket", ticket.value(), "code", code.reveal()), this::judged);
    }

    private Either<ProviderFailure, SendVerdict> sent(AcmeAnswer answer) {
        return switch (answer.word()) {
            case "sent" -> ticket(answer).map(SendVerdict.CodeSent::new);
            case "no-mobile" -> Either.right(new SendVerdict.CodeNotSent(NotSentReason.MOBILE_NOT_LINKED));
            case "no-such-number" -> Either.right(new SendVerdict.CodeNotSent(NotSentReason.NUMBER_INVALID));
            default -> Either.left(answer.failure());
        };
    }

    private static Either<ProviderFailure, ProviderReference> ticket(AcmeAnswer answer) {
        return ProviderReference.named(answer.text("ticket"))
                .<Either<ProviderFailure, ProviderReference>>map(Either::right)
                .orElseGet(() -> Either.left(answer.odd(UnintelligibleReason.MISSING_FIELD)));
    }

    private Either<ProviderFailure, CodeVerdict> judged(AcmeAnswer answer) {
        return switch (answer.word()) {
            case "right" -> person(answer).map(CodeVerdict.RightCode::new);
            case "wrong" -> Either.right(new CodeVerdict.WrongCode());
            case "expired" -> Either.right(new CodeVerdict.CodeExpired());
            case "no-such-ticket" -> Either.right(new SessionLost());
            default -> Either.left(answer.failure());
        };
    }

    private Either<ProviderFailure, VerifiedIdentity> person(AcmeAnswer answer) {
        Optional<Gender> gender = Gender.lettered(answer.text("gender"));
        Optional<BirthDate> born = date(answer.text("born"));
        return answer.text("name").isBlank() || gender.isEmpty() || born.isEmpty()
                ? Either.left(answer.odd(UnintelligibleReason.MISSING_FIELD))
                : Either.right(new VerifiedIdentity(
                        answer.text("name"),
                        born.get(),
                        gender.get(),
                        Address.UNKNOWN,
                        Optional.empty(),
                        masked(answer.text("number")),
                        List.of(),
                        new Assurance(Flow.DIRECT_OTP, Acme.ID, time.instant())));
    }

    // Acme hands back the whole number; the last four digits are all that may leave here.
    private static Optional<MaskedNumber> masked(String number) {
        return Optional.of(number)
                .filter(digits -> digits.matches(".*[0-9]{4}"))
                .map(digits -> MaskedNumber.ofAadhaar(digits.substring(digits.length() - 4)));
    }

    private static Optional<BirthDate> date(String text) {
        try {
            return Optional.of(BirthDate.on(LocalDate.parse(text)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
