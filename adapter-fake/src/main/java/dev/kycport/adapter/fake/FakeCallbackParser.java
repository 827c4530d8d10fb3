package dev.kycport.adapter.fake;

import dev.kycport.domain.digilocker.AuthorizationCallback;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.util.Map;

/** The parameters of a return, named as OAuth 2.0 (RFC 6749) names them in its sections 4.1.2 and 4.1.2.1. */
final class FakeCallbackParser {

    private FakeCallbackParser() {}

    static Either<KycFailure, AuthorizationCallback> read(Map<String, String> parameters) {
        String state = parameters.getOrDefault("state", "");
        return state.isBlank() ? Either.left(InputField.STATE.reject("is missing")) : answer(state, parameters);
    }

    private static Either<KycFailure, AuthorizationCallback> answer(String state, Map<String, String> parameters) {
        if (!parameters.getOrDefault("error", "").isBlank()) {
            return Either.right(new AuthorizationCallback.Refused(state));
        }
        // A scope that is given and empty is a grant of nothing.
        if (parameters.containsKey("scope") && parameters.get("scope").isBlank()) {
            return Either.right(new AuthorizationCallback.Refused(state, true));
        }
        String code = parameters.getOrDefault("code", "");
        return code.isBlank()
                ? Either.left(InputField.AUTHORIZATION_CODE.reject("is missing, and so is an error"))
                : AuthorizationCode.parse(code).map(grant -> new AuthorizationCallback.Granted(state, grant));
    }
}
