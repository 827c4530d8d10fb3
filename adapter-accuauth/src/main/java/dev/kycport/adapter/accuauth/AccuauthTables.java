package dev.kycport.adapter.accuauth;

import static dev.kycport.adapter.accuauth.AccuauthPhrases.ABSENCE;
import static dev.kycport.adapter.accuauth.AccuauthPhrases.CLIENT;
import static dev.kycport.adapter.accuauth.AccuauthPhrases.CODE;
import static dev.kycport.adapter.accuauth.AccuauthPhrases.EXPIRY;
import static dev.kycport.adapter.accuauth.AccuauthPhrases.JUDGED;
import static dev.kycport.adapter.accuauth.AccuauthPhrases.MOBILE;
import static dev.kycport.adapter.accuauth.AccuauthPhrases.NUMBER;
import static dev.kycport.adapter.accuauth.AccuauthPhrases.SESSION;

import dev.kycport.adapter.accuauth.AccuauthReplies.Said;
import dev.kycport.adapter.feign.Problem;
import dev.kycport.adapter.feign.VerdictTable;
import dev.kycport.adapter.feign.VerdictTable.Line;
import dev.kycport.domain.failure.Oddity;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.otp.NotSentReason;
import dev.kycport.ports.CodeVerdict;
import dev.kycport.ports.SendVerdict;
import dev.kycport.ports.SessionLost;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What AccuAuth's errors mean, call by call. Its {@code status} decides before its {@code reason}, and both before HTTP; what
 * has no line here is decided by the HTTP status ({@link Problem#failure}).
 */
final class AccuauthTables {

    private static final Predicate<Problem<Said>> FAILED = word("QUERY_FAILED").and(status(400));
    private static final Predicate<Problem<Said>> REPEATED =
            word("ABNORMAL_BEHAVIOURS_DETECTED").and(status(400));
    private static final Predicate<Problem<Said>> CONCLUSIVE = word("INVALID_ARGUMENT")
            .and(status(400))
            .or(FAILED)
            .and(speaksOf(ABSENCE).negate());

    // A time-out comes before an outage: of the two it is the one after which a code may be on its way.
    private static final List<Line<Said, Function<VendorTrace, ProviderFailure>>> FAILURES = List.of(
            failure(word("SOURCE_SERVICE_TIMEOUT").or(status(513)), ProviderFailure.SourceTimedOut::new),
            failure(word("SOURCE_SERVICE_UNAVAILABLE").or(status(512)), ProviderFailure.SourceDown::new),
            new Line<>(
                    word("RATE_LIMIT_EXCEEDED"),
                    problem -> trace -> new ProviderFailure.Throttled(trace, problem.retryAfter())),
            failure(word("OUT_OF_QUOTA"), ProviderFailure.Quota::new),
            failure(
                    word("UNAUTHORIZED").or(word("KEY_EXPIRED")).or(word("NO_PERMISSION")),
                    ProviderFailure.Credentials::new),
            failure(REPEATED, ProviderFailure.Refused::new));

    // A lookup that failed may have failed after the code was on its way.
    private static final Line<Said, Function<VendorTrace, ProviderFailure>> PERHAPS_SENT =
            failure(FAILED, trace -> new ProviderFailure.Unintelligible(trace, Oddity.UNKNOWN_CODE));

    /** Of send_aadhaar_otp: who asked for the same too often has earlier codes to wait for. */
    static final VerdictTable<Said, SendVerdict> SEND = new VerdictTable<>(
            List.of(
                    new Line<>(
                            REPEATED, problem -> new SendVerdict.CodePending(Optional.empty(), problem.retryAfter())),
                    verdict(speaksOf(MOBILE), new SendVerdict.CodeNotSent(NotSentReason.MOBILE_NOT_LINKED)),
                    verdict(speaksOf(NUMBER), new SendVerdict.CodeNotSent(NotSentReason.NUMBER_INVALID))),
            Stream.concat(FAILURES.stream(), Stream.of(PERHAPS_SENT)).toList());

    /** Of validate_aadhaar_otp: without the client id no code can be judged, whatever the reason says to do about it. */
    static final VerdictTable<Said, CodeVerdict> VALIDATE = new VerdictTable<>(
            List.of(
                    verdict(speaksOf(CLIENT).and(speaksOf(JUDGED).negate()), new SessionLost()),
                    verdict(speaksOf(CODE).and(speaksOf(EXPIRY)), new CodeVerdict.CodeExpired()),
                    verdict(speaksOf(CODE), new CodeVerdict.WrongCode()),
                    verdict(speaksOf(CLIENT).or(speaksOf(SESSION)), new SessionLost())),
            FAILURES);

    private AccuauthTables() {}

    private static <V> Line<Said, V> verdict(Predicate<Problem<Said>> when, V verdict) {
        return new Line<>(CONCLUSIVE.and(when), problem -> verdict);
    }

    private static Line<Said, Function<VendorTrace, ProviderFailure>> failure(
            Predicate<Problem<Said>> when, Function<VendorTrace, ProviderFailure> failure) {
        return new Line<>(when, problem -> failure);
    }

    private static Predicate<Problem<Said>> status(int status) {
        return problem -> problem.status() == status;
    }

    private static Predicate<Problem<Said>> word(String word) {
        return problem -> problem.said().vendorCode().filter(word::equals).isPresent();
    }

    private static Predicate<Problem<Said>> speaksOf(Set<String> phrases) {
        return problem -> problem.said().speaksOf(phrases);
    }
}
