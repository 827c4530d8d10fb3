package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.Report;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;

/** What a step told, as the few words that a test compares. */
final class Told {

    private Told() {}

    /** Such as {@code verified}, {@code awaiting-otp otp.wrong-code}, {@code ended locked} or {@code refused session.busy}. */
    static String by(Either<KycFailure, Progress> answer) {
        return answer.fold(
                failure -> "refused " + failure.code(),
                progress -> state(progress.session())
                        + progress.report()
                                .map(Report::code)
                                .map(code -> " " + code)
                                .orElse(""));
    }

    static String state(KycSession session) {
        return session instanceof KycSession.Ended ended
                ? "ended " + ended.reason().code()
                : session.state().code();
    }

    static void ended(Either<KycFailure, Progress> answer, EndReason reason) {
        assertThat(answer.map(Progress::session).map(Told::state).getOrElse("nothing"))
                .isEqualTo("ended " + reason.code());
    }
}
