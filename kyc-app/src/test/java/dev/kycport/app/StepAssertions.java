package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.app.step.StepResult;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.StepReport;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;

/** The result of a step as a short text that tests compare. */
final class StepAssertions {

    private StepAssertions() {}

    /** Such as {@code verified}, {@code awaiting-otp otp.wrong-code}, {@code ended locked} or {@code refused session.busy}. */
    static String describe(Either<KycFailure, StepResult> answer) {
        return answer.fold(
                failure -> "refused " + failure.code(),
                stepResult -> describeState(stepResult.session())
                        + stepResult
                                .report()
                                .map(StepReport::code)
                                .map(code -> " " + code)
                                .orElse(""));
    }

    static String describeState(KycSession session) {
        return session instanceof KycSession.Ended ended
                ? "ended " + ended.reason().code()
                : session.state().code();
    }

    static void assertEnded(Either<KycFailure, StepResult> answer, EndReason reason) {
        assertThat(answer.map(StepResult::session)
                        .map(StepAssertions::describeState)
                        .getOrElse("nothing"))
                .isEqualTo("ended " + reason.code());
    }
}
