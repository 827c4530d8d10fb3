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

/** From the number to the code and its verdict. */
final class OtpSteps {

    private final KycService service;
    private final AnswerSource answerSource;
    private final StepRunner stepRunner;
    private final AadhaarPrompt aadhaarPrompt;
    private final Predicate<ProviderId> testDoubles;

    /** @param plays which providers send no code to a real phone */
    OtpSteps(
            KycService service,
            AnswerSource answerSource,
            StepRunner stepRunner,
            AadhaarPrompt aadhaarPrompt,
            Predicate<ProviderId> plays) {
        this.service = service;
        this.answerSource = answerSource;
        this.stepRunner = stepRunner;
        this.aadhaarPrompt = aadhaarPrompt;
        this.testDoubles = plays;
    }

    Either<StopReason, StepResult> start(KycSession.Consented session) {
        return requireCodeSource(session)
                .flatMap(ok -> aadhaarPrompt.ask())
                .flatMap(number -> stepRunner.callProvider(
                        session,
                        aadhaarPrompt.forgetIfRejected(number, known -> service.startDirectOtp(session.id(), known))));
    }

    Either<StopReason, StepResult> next(KycSession.AwaitingOtp<?> session) {
        return session.otp() instanceof OtpChallenge.AwaitingCode || !answerSource.hasRespondent()
                ? askCode()
                        .flatMap(typed ->
                                typed.map(code -> submit(session, code)).orElseGet(() -> resend(session)))
                : answerSource
                        .askYesNo(Question.RETRY, "Have another code sent?")
                        .flatMap(yes -> yes ? resend(session) : Either.left(StopReason.cancelled()));
    }

    /** Whether the code, once it was sent, could be told us: a real one costs money, and its holder a message. */
    Either<StopReason, Boolean> requireCodeSource(KycSession session) {
        return answerSource.canAnswer(Question.OTP)
                        || testDoubles.test(session.header().provider())
                ? Either.right(true)
                : Either.left(StopReason.usage(Question.OTP.missing()));
    }

    private Either<StopReason, Optional<OtpCode>> askCode() {
        return answerSource.askOrSkip(Question.OTP, "Six-digit code (Enter alone for a new one)", OtpCode::parse);
    }

    private Either<StopReason, StepResult> submit(KycSession session, OtpCode code) {
        return stepRunner.callProvider(session, () -> service.submitCode(session.id(), code));
    }

    private Either<StopReason, StepResult> resend(KycSession session) {
        return session.header().flow() == Flow.CAPTCHA_OTP
                ? stepRunner.callProvider(session, () -> service.resend(session.id()))
                : aadhaarPrompt
                        .ask()
                        .flatMap(number -> stepRunner.callProvider(
                                session,
                                aadhaarPrompt.forgetIfRejected(number, known -> service.resend(session.id(), known))));
    }
}
