package dev.kycport.host.cli.session;

import dev.kycport.app.KycService;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.domain.session.KycSession;
import dev.kycport.host.cli.option.Question;
import dev.kycport.host.cli.result.StopReason;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Predicate;

/** The steps of a session that sends a code or waits for it. */
final class OtpSteps {

    private final KycService service;
    private final AnswerSource answers;
    private final StepRunner runner;
    private final AadhaarPrompt aadhaarPrompt;
    private final Predicate<ProviderId> testDoubles;

    OtpSteps(
            KycService service,
            AnswerSource answers,
            StepRunner runner,
            AadhaarPrompt aadhaarPrompt,
            Predicate<ProviderId> testDoubles) {
        this.service = service;
        this.answers = answers;
        this.runner = runner;
        this.aadhaarPrompt = aadhaarPrompt;
        this.testDoubles = testDoubles;
    }

    Either<StopReason, StepResult> start(KycSession.Consented session) {
        return requireCodeSource(session)
                .flatMap(ok -> aadhaarPrompt.ask())
                .flatMap(number -> runner.callProvider(
                        session,
                        aadhaarPrompt.forgetIfRejected(number, known -> service.startDirectOtp(session.id(), known))));
    }

    Either<StopReason, StepResult> next(KycSession.AwaitingOtp<?> session) {
        return session.otp() instanceof OtpChallenge.AwaitingCode || !answers.hasRespondent()
                ? askCode()
                        .flatMap(typed ->
                                typed.map(code -> submit(session, code)).orElseGet(() -> resend(session)))
                : answers.askYesNo(Question.RETRY, "Send another code?")
                        .flatMap(yes -> yes ? resend(session) : Either.left(StopReason.cancelled()));
    }

    /** Fails if the code could not be entered after it was sent: a real one costs money, and its holder a message. */
    Either<StopReason, Boolean> requireCodeSource(KycSession session) {
        return answers.canAnswer(Question.OTP)
                        || testDoubles.test(session.header().provider())
                ? Either.right(true)
                : Either.left(StopReason.usage(Question.OTP.missing()));
    }

    private Either<StopReason, Optional<OtpCode>> askCode() {
        return answers.askOrSkip(Question.OTP, "Six-digit code (Enter for a new code)", OtpCode::parse);
    }

    private Either<StopReason, StepResult> submit(KycSession session, OtpCode code) {
        return runner.callProvider(session, () -> service.submitCode(session.id(), code));
    }

    private Either<StopReason, StepResult> resend(KycSession session) {
        return session.header().flow() == Flow.CAPTCHA_OTP
                ? runner.callProvider(session, () -> service.resend(session.id()))
                : aadhaarPrompt
                        .ask()
                        .flatMap(number -> runner.callProvider(
                                session,
                                aadhaarPrompt.forgetIfRejected(number, known -> service.resend(session.id(), known))));
    }
}
