package dev.kycport.adapter.feign.acme;

import static dev.kycport.adapter.feign.ResponseRules.failure;
import static dev.kycport.adapter.feign.ResponseRules.verdict;

import dev.kycport.adapter.feign.AccessToken;
import dev.kycport.adapter.feign.ErrorResponse;
import dev.kycport.adapter.feign.ResponseRules;
import dev.kycport.adapter.feign.ResponseRules.Rule;
import dev.kycport.adapter.feign.acme.FeignAcmeReplies.AcmeStatus;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.otp.NotSentReason;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.gateway.SessionLost;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What Acme's codes mean, call by call. */
final class FeignAcmeErrorMapping {

    /** Acme turned the request away for its token. */
    static final Predicate<ErrorResponse<AcmeStatus>> IS_TOKEN_REFUSED = ResponseRules.hasCode("bad-token");

    private static final List<Rule<AcmeStatus, Function<VendorTrace, ProviderFailure>>> FAILURES = List.of(
            failure("too-fast", trace -> ProviderFailure.throttled(trace, Optional.empty())),
            failure("bad-credentials", ProviderFailure::credentials),
            failure("bad-token", ProviderFailure::credentials),
            failure("no-credit", ProviderFailure::quota),
            failure("bad-request", ProviderFailure::refused),
            failure("uidai-down", ProviderFailure::sourceDown),
            failure("uidai-slow", ProviderFailure::sourceTimedOut));

    static final ResponseRules<AcmeStatus, AccessToken> TOKEN = new ResponseRules<>(List.of(), FAILURES);

    static final ResponseRules<AcmeStatus, SendVerdict> SEND = new ResponseRules<>(
            List.of(
                    verdict("no-mobile", new SendVerdict.CodeNotSent(NotSentReason.MOBILE_NOT_LINKED)),
                    verdict("no-such-number", new SendVerdict.CodeNotSent(NotSentReason.NUMBER_INVALID))),
            FAILURES);

    static final ResponseRules<AcmeStatus, CodeVerdict> CHECK = new ResponseRules<>(
            List.of(
                    verdict("wrong", new CodeVerdict.WrongCode()),
                    verdict("expired", new CodeVerdict.CodeExpired()),
                    verdict("no-such-ticket", new SessionLost())),
            FAILURES);

    private FeignAcmeErrorMapping() {}
}
