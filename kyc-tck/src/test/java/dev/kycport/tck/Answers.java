package dev.kycport.tck;

import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.AuthorizationReturn;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.Field;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.Oddity;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.otp.NotSentReason;
import dev.kycport.ports.CaptchaSendVerdict;
import dev.kycport.ports.CaptchaVerdict;
import dev.kycport.ports.CodeVerdict;
import dev.kycport.ports.CollectionVerdict;
import dev.kycport.ports.ConnectionVerdict;
import dev.kycport.ports.SendVerdict;
import dev.kycport.ports.SessionLost;
import io.vavr.control.Either;
import java.util.Map;
import java.util.Optional;

/** What a correct gateway answers. */
final class Answers {

    private static final VendorTrace TRACE = VendorTrace.of(Sample.anyProvider());

    private Answers() {}

    static Either<ProviderFailure, Object> due(Asked asked) {
        ProviderBehaviour behaviour = asked.behaviour();
        if (behaviour.isFailure()) {
            return Either.left(failure(behaviour));
        }
        return behaviour.expectedCode().isEmpty() ? success(asked) : Either.right(verdict(behaviour));
    }

    static Either<ProviderFailure, Object> success(Asked asked) {
        return Either.right(
                switch (asked.call()) {
                    case CONNECT -> SampleFiles.captcha();
                    case RELOAD_CAPTCHA -> new CaptchaVerdict.NewImage(SampleFiles.captcha());
                    case SEND_CODE -> new SendVerdict.CodeSent(Sample.anyReference());
                    case VERIFY_CODE -> new CodeVerdict.RightCode(Sample.anyIdentity(asked.flow()));
                    case OFFER_AUTHORIZATION -> SampleFiles.offer();
                    case TAKE_UP_AUTHORIZATION -> new ConnectionVerdict.Connected(Optional.of(Sample.anyHolder()));
                    case COLLECT_DOCUMENTS -> new CollectionVerdict.Collected(shared(asked));
                });
    }

    private static VerifiedIdentity shared(Asked asked) {
        VerifiedIdentity person = Sample.anyIdentity(asked.flow());
        return asked.behaviour() == ProviderBehaviour.AADHAAR_WITHHELD ? withoutAadhaar(person) : person;
    }

    private static VerifiedIdentity withoutAadhaar(VerifiedIdentity person) {
        return new VerifiedIdentity(
                person.name(),
                person.birthDate(),
                person.gender(),
                Address.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                person.documents().stream()
                        .filter(document -> document.type() != DocumentType.AADHAAR)
                        .toList(),
                person.assurance());
    }

    static ProviderFailure failure(ProviderBehaviour behaviour) {
        return switch (behaviour.expectedCode().orElseThrow()) {
            case "provider.unreachable" -> new ProviderFailure.Unreachable(TRACE);
            case "provider.timed-out" -> new ProviderFailure.TimedOut(TRACE);
            case "provider.throttled" -> new ProviderFailure.Throttled(TRACE, Optional.empty());
            case "provider.credentials" -> new ProviderFailure.Credentials(TRACE);
            case "provider.quota" -> new ProviderFailure.Quota(TRACE);
            case "provider.refused" -> new ProviderFailure.Refused(TRACE);
            case "source.down" -> new ProviderFailure.SourceDown(TRACE);
            case "source.timed-out" -> new ProviderFailure.SourceTimedOut(TRACE);
            default -> unintelligible(behaviour);
        };
    }

    static Either<InputRejection, AuthorizationReturn> read(ReturnUrl url, ToyWire wire) {
        Map<String, String> parameters = url.revealParameters();
        String state = parameters.getOrDefault("state", "");
        if (state.isEmpty()) {
            return Either.left(Field.STATE.because("is missing"));
        }
        return parameters.containsKey("error")
                ? Either.right(new AuthorizationReturn.Refused(state))
                : AuthorizationCode.parse(parameters.getOrDefault("code", ""))
                        .map(code -> new AuthorizationReturn.Granted(state, code));
    }

    private static ProviderFailure unintelligible(ProviderBehaviour behaviour) {
        boolean tooLarge = behaviour == ProviderBehaviour.OVER_LONG_REPLY;
        return new ProviderFailure.Unintelligible(TRACE, tooLarge ? Oddity.TOO_LARGE : Oddity.MALFORMED);
    }

    private static Object verdict(ProviderBehaviour behaviour) {
        return switch (behaviour) {
            case MOBILE_NOT_LINKED -> new SendVerdict.CodeNotSent(NotSentReason.MOBILE_NOT_LINKED);
            case NUMBER_INVALID -> new SendVerdict.CodeNotSent(NotSentReason.NUMBER_INVALID);
            case CODE_PENDING -> new SendVerdict.CodePending(Optional.empty(), Optional.empty());
            case WRONG_CODE -> new CodeVerdict.WrongCode();
            case CODE_EXPIRED -> new CodeVerdict.CodeExpired();
            case WRONG_CAPTCHA -> new CaptchaSendVerdict.WrongCaptcha();
            case GRANT_REFUSED -> new ConnectionVerdict.GrantRefused();
            case NOTHING_SHARED -> new CollectionVerdict.NothingShared();
            default -> new SessionLost();
        };
    }
}
