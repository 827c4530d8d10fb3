package dev.kycport.adapter.deepvue;

import static dev.kycport.adapter.deepvue.DeepvuePhrases.CAPTCHA;
import static dev.kycport.adapter.deepvue.DeepvuePhrases.EXPIRY;
import static dev.kycport.adapter.deepvue.DeepvuePhrases.INACTIVE;
import static dev.kycport.adapter.deepvue.DeepvuePhrases.NUMBER;
import static dev.kycport.adapter.deepvue.DeepvuePhrases.OURS;
import static dev.kycport.adapter.deepvue.DeepvuePhrases.SESSION;
import static dev.kycport.adapter.deepvue.DeepvuePhrases.TRIES;

import dev.kycport.adapter.deepvue.DeepvueReplies.Said;
import dev.kycport.adapter.feign.Problem;
import dev.kycport.adapter.feign.VerdictTable;
import dev.kycport.adapter.feign.VerdictTable.Line;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.otp.NotSentReason;
import dev.kycport.ports.CaptchaSendVerdict;
import dev.kycport.ports.CodeVerdict;
import dev.kycport.ports.SendVerdict;
import dev.kycport.ports.SessionLost;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What Deepvue's errors mean, call by call. A line reads: under this {@code sub_code} (and where its text speaks of that)
 * the verdict is this. What has no line here is decided by the HTTP status ({@link Problem#failure}).
 */
final class DeepvueTables {

    private static final Predicate<Problem<Said>> INVALID_INPUT =
            code("INVALID_INPUT").and(problem -> problem.status() == 400 || problem.status() == 422);

    // It ends the session for good, so what the text does not put down to the number is not.
    private static final Predicate<Problem<Said>> INVALID_NUMBER =
            INVALID_INPUT.and(silent().or(speaksOf(NUMBER))).and(not(OURS)).and(not(TRIES));

    private static final Predicate<Problem<Said>> SOURCE_FAILURE =
            code("SOURCE_FAILURE").and(problem -> !problem.turnedAway());

    private static final List<Line<Said, Function<VendorTrace, ProviderFailure>>> FAILURES = List.of(
            line(SOURCE_FAILURE, problem -> ProviderFailure.SourceDown::new),
            line(status(400).and(speaksOf(INACTIVE)), problem -> ProviderFailure.Credentials::new));

    /** Of connect and initiate-session: there is nothing a provider could conclude. */
    static <V> VerdictTable<Said, V> noVerdicts() {
        return new VerdictTable<>(List.of(), FAILURES);
    }

    /** Of every call that refers to a session of Deepvue's and has no table of its own. */
    static <V> VerdictTable<Said, V> sessionLost(V verdict) {
        return new VerdictTable<>(
                List.of(
                        line(code("INVALID_SESSION"), problem -> verdict),
                        line(INVALID_INPUT.and(speaksOf(SESSION)), problem -> verdict)),
                FAILURES);
    }

    /** Of generate-otp, V2. */
    static final VerdictTable<Said, SendVerdict> SEND = new VerdictTable<>(
            List.of(
                    line(code("AADHAAR_MOBILE_NOT_LINKED"), problem -> notSent(NotSentReason.MOBILE_NOT_LINKED)),
                    line(code("VERIFICATION_PENDING"), DeepvueTables::pending),
                    line(INVALID_NUMBER, problem -> notSent(NotSentReason.NUMBER_INVALID))),
            FAILURES);

    /** Of generate-otp, V1. */
    static final VerdictTable<Said, CaptchaSendVerdict> CAPTCHA_SEND = new VerdictTable<>(
            List.of(
                    line(code("INVALID_SESSION"), problem -> new SessionLost()),
                    line(INVALID_INPUT.and(speaksOf(CAPTCHA)), problem -> new CaptchaSendVerdict.WrongCaptcha()),
                    line(INVALID_INPUT.and(speaksOf(SESSION)), problem -> new SessionLost()),
                    line(code("AADHAAR_MOBILE_NOT_LINKED"), problem -> notSent(NotSentReason.MOBILE_NOT_LINKED)),
                    line(code("VERIFICATION_PENDING"), DeepvueTables::pendingWithoutReference),
                    line(INVALID_NUMBER, problem -> notSent(NotSentReason.NUMBER_INVALID))),
            FAILURES);

    /** Of verify-otp, V1 and V2. */
    static final VerdictTable<Said, CodeVerdict> VERIFY = new VerdictTable<>(
            List.of(
                    line(code("INVALID_SESSION"), problem -> new SessionLost()),
                    line(INVALID_INPUT.and(speaksOf(SESSION)), problem -> new SessionLost()),
                    line(INVALID_INPUT.and(speaksOf(EXPIRY)), problem -> new CodeVerdict.CodeExpired()),
                    line(INVALID_INPUT, problem -> new CodeVerdict.WrongCode())),
            FAILURES);

    private DeepvueTables() {}

    private static SendVerdict.CodeNotSent notSent(NotSentReason reason) {
        return new SendVerdict.CodeNotSent(reason);
    }

    private static SendVerdict.CodePending pending(Problem<Said> problem) {
        return new SendVerdict.CodePending(
                problem.said().reference().flatMap(ProviderReference::named), problem.retryAfter());
    }

    // In V1 a code is verified by its session, which may be another than the one that the pending code belongs to.
    private static SendVerdict.CodePending pendingWithoutReference(Problem<Said> problem) {
        return new SendVerdict.CodePending(Optional.empty(), problem.retryAfter());
    }

    private static <M> Line<Said, M> line(Predicate<Problem<Said>> when, Function<Problem<Said>, M> meaning) {
        return new Line<>(when, meaning);
    }

    private static Predicate<Problem<Said>> code(String subCode) {
        return problem -> problem.said().subCode().filter(subCode::equals).isPresent();
    }

    private static Predicate<Problem<Said>> status(int status) {
        return problem -> problem.status() == status;
    }

    private static Predicate<Problem<Said>> speaksOf(Set<String> phrases) {
        return problem -> problem.said().speaksOf(phrases);
    }

    private static Predicate<Problem<Said>> silent() {
        return problem -> problem.said().text().isBlank();
    }

    private static Predicate<Problem<Said>> not(Set<String> phrases) {
        return speaksOf(phrases).negate();
    }
}
