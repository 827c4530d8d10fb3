package ${package};

import static dev.kycport.adapter.feign.ResponseRules.failure;
import static dev.kycport.adapter.feign.ResponseRules.hasCode;
import static dev.kycport.adapter.feign.ResponseRules.verdict;

import dev.kycport.adapter.feign.AccessToken;
import dev.kycport.adapter.feign.ErrorResponse;
import dev.kycport.adapter.feign.ResponseRules;
import dev.kycport.adapter.feign.ResponseRules.Rule;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.SendVerdict;
import ${package}.${prefix}Replies.${prefix}Status;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** What ${prefix}'s codes mean, call by call. An unknown code is a failure. TODO: the vendor's codes. */
final class ${prefix}ErrorMapping {

    /** ${prefix} rejected the request because of its token; the request had no effect and may be sent again. */
    static final Predicate<ErrorResponse<${prefix}Status>> IS_TOKEN_REFUSED = hasCode("token-expired");

    private static final List<Rule<${prefix}Status, Function<VendorTrace, ProviderFailure>>> FAILURES =
            List.of(failure("token-expired", ProviderFailure::credentials));

    static final ResponseRules<${prefix}Status, AccessToken> TOKEN = new ResponseRules<>(List.of(), FAILURES);

    static final ResponseRules<${prefix}Status, SendVerdict> SEND = new ResponseRules<>(List.of(), FAILURES);

    static final ResponseRules<${prefix}Status, CodeVerdict> VERIFY =
            new ResponseRules<>(List.of(verdict("invalid-otp", new CodeVerdict.WrongCode())), FAILURES);

    private ${prefix}ErrorMapping() {}
}
