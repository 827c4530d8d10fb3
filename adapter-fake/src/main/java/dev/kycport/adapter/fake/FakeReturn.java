package dev.kycport.adapter.fake;

import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.AuthorizationReturn;
import dev.kycport.domain.failure.Field;
import dev.kycport.domain.failure.InputRejection;
import io.vavr.control.Either;
import java.util.Map;

/** The parameters of a return, named as OAuth 2.0 (RFC 6749) names them in its sections 4.1.2 and 4.1.2.1. */
final class FakeReturn {

    private FakeReturn() {}

    static Either<InputRejection, AuthorizationReturn> read(Map<String, String> parameters) {
        String state = parameters.getOrDefault("state", "");
        return state.isBlank() ? Either.left(Field.STATE.because("is missing")) : answer(state, parameters);
    }

    private static Either<InputRejection, AuthorizationReturn> answer(String state, Map<String, String> parameters) {
        if (!parameters.getOrDefault("error", "").isBlank()) {
            return Either.right(new AuthorizationReturn.Refused(state));
        }
        // A scope that is given and empty is a grant of nothing.
        if (parameters.containsKey("scope") && parameters.get("scope").isBlank()) {
            return Either.right(new AuthorizationReturn.Refused(state, true));
        }
        String code = parameters.getOrDefault("code", "");
        return code.isBlank()
                ? Either.left(Field.AUTHORIZATION_CODE.because("is missing, and so is an error"))
                : AuthorizationCode.parse(code).map(grant -> new AuthorizationReturn.Granted(state, grant));
    }
}
