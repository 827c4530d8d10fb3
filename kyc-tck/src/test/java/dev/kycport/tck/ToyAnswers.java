package dev.kycport.tck;

import dev.kycport.domain.digilocker.AuthorizationCallback;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.otp.NotSentReason;
import dev.kycport.ports.gateway.CaptchaSendVerdict;
import dev.kycport.ports.gateway.CaptchaVerdict;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.DocumentsVerdict;
import dev.kycport.ports.gateway.GrantVerdict;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.gateway.SessionLost;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.sample.SampleFiles;
import dev.kycport.tck.sample.SampleValues;
import io.vavr.control.Either;
import java.util.Map;
import java.util.Optional;

/** What a correct gateway answers. */
final class ToyAnswers {

    private static final VendorTrace TRACE = VendorTrace.of(SampleValues.anyProvider());

    private ToyAnswers() {}

    static Either<ProviderFailure, Object> expected(ToyCall toyCall) {
        ProviderBehaviour behaviour = toyCall.behaviour();
        if (behaviour.isFailure()) {
            return Either.left(failure(behaviour));
        }
        return behaviour.expectedCode().isEmpty() ? success(toyCall) : Either.right(verdict(behaviour));
    }

    static Either<ProviderFailure, Object> success(ToyCall toyCall) {
        return Either.right(
                switch (toyCall.call()) {
                    case CONNECT -> SampleFiles.captcha();
                    case RELOAD_CAPTCHA -> new CaptchaVerdict.NewImage(SampleFiles.captcha());
                    case SEND_CODE -> new SendVerdict.CodeSent(SampleValues.anyReference());
                    case VERIFY_CODE -> new CodeVerdict.RightCode(SampleValues.anyIdentity(toyCall.flow()));
                    case OFFER_AUTHORIZATION -> SampleFiles.offer();
                    case TAKE_UP_AUTHORIZATION -> new GrantVerdict.Connected(Optional.of(SampleValues.anyHolder()));
                    case COLLECT_DOCUMENTS -> new DocumentsVerdict.DocumentsFetched(shared(toyCall));
                });
    }

    private static VerifiedIdentity shared(ToyCall toyCall) {
        VerifiedIdentity person = SampleValues.anyIdentity(toyCall.flow());
        return toyCall.behaviour() == ProviderBehaviour.AADHAAR_WITHHELD ? withoutAadhaar(person) : person;
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
            case "provider.unreachable" -> ProviderFailure.unreachable(TRACE);
            case "provider.timed-out" -> ProviderFailure.timedOut(TRACE);
            case "provider.throttled" -> ProviderFailure.throttled(TRACE, Optional.empty());
            case "provider.credentials" -> ProviderFailure.credentials(TRACE);
            case "provider.quota" -> ProviderFailure.quota(TRACE);
            case "provider.refused" -> ProviderFailure.refused(TRACE);
            case "source.down" -> ProviderFailure.sourceDown(TRACE);
            case "source.timed-out" -> ProviderFailure.sourceTimedOut(TRACE);
            default -> unintelligible(behaviour);
        };
    }

    static Either<KycFailure, AuthorizationCallback> readReturn(ReturnUrl url, ToyTraffic wire) {
        return readReturn(url.revealParameters());
    }

    static Either<KycFailure, AuthorizationCallback> readReturn(Map<String, String> parameters) {
        String state = parameters.getOrDefault("state", "");
        if (state.isEmpty()) {
            return Either.left(InputField.STATE.reject("is missing"));
        }
        return parameters.containsKey("error")
                ? Either.right(new AuthorizationCallback.Refused(state))
                : AuthorizationCode.parse(parameters.getOrDefault("code", ""))
                        .map(code -> new AuthorizationCallback.Granted(state, code));
    }

    private static ProviderFailure unintelligible(ProviderBehaviour behaviour) {
        boolean tooLarge = behaviour == ProviderBehaviour.OVER_LONG_REPLY;
        return ProviderFailure.unintelligible(
                TRACE, tooLarge ? UnintelligibleReason.TOO_LARGE : UnintelligibleReason.MALFORMED);
    }

    private static Object verdict(ProviderBehaviour behaviour) {
        return switch (behaviour) {
            case MOBILE_NOT_LINKED -> new SendVerdict.CodeNotSent(NotSentReason.MOBILE_NOT_LINKED);
            case NUMBER_INVALID -> new SendVerdict.CodeNotSent(NotSentReason.NUMBER_INVALID);
            case CODE_PENDING -> new SendVerdict.CodePending(Optional.empty(), Optional.empty());
            case WRONG_CODE -> new CodeVerdict.WrongCode();
            case CODE_EXPIRED -> new CodeVerdict.CodeExpired();
            case WRONG_CAPTCHA -> new CaptchaSendVerdict.WrongCaptcha();
            case GRANT_REFUSED -> new GrantVerdict.GrantRefused();
            case NOTHING_SHARED -> new DocumentsVerdict.NothingShared();
            default -> new SessionLost();
        };
    }
}
