package dev.kycport.host.cli;

import dev.kycport.app.KycService;
import dev.kycport.app.Progress;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Predicate;

/** From the number to the code and its verdict. */
final class CodeSteps {

    private final KycService service;
    private final Answers answers;
    private final Attempt attempt;
    private final Numbers numbers;
    private final Predicate<ProviderId> plays;

    /** @param plays which providers send no code to a real phone */
    CodeSteps(KycService service, Answers answers, Attempt attempt, Numbers numbers, Predicate<ProviderId> plays) {
        this.service = service;
        this.answers = answers;
        this.attempt = attempt;
        this.numbers = numbers;
        this.plays = plays;
    }

    Either<Stop, Progress> start(KycSession.Consented session) {
        return expectable(session)
                .flatMap(ok -> numbers.ask())
                .flatMap(number -> attempt.calling(
                        session, numbers.with(number, known -> service.startDirect(session.id(), known))));
    }

    Either<Stop, Progress> next(KycSession.AwaitingOtp<?> session) {
        return session.otp() instanceof OtpChallenge.AwaitingCode || !answers.hasPerson()
                ? code().flatMap(typed ->
                        typed.map(code -> submit(session, code)).orElseGet(() -> resend(session)))
                : answers.agrees(Question.AGAIN, "Have another code sent?")
                        .flatMap(yes -> yes ? resend(session) : Either.left(Stop.left()));
    }

    /** Whether the code, once it was sent, could be told us: a real one costs money, and its holder a message. */
    Either<Stop, Boolean> expectable(KycSession session) {
        return answers.covers(Question.OTP) || plays.test(session.dossier().provider())
                ? Either.right(true)
                : Either.left(Stop.usage(Question.OTP.missing()));
    }

    private Either<Stop, Optional<OtpCode>> code() {
        return answers.askOrSkip(Question.OTP, "Six-digit code (Enter alone for a new one)", OtpCode::parse);
    }

    private Either<Stop, Progress> submit(KycSession session, OtpCode code) {
        return attempt.calling(session, () -> service.submitCode(session.id(), code));
    }

    private Either<Stop, Progress> resend(KycSession session) {
        return session.dossier().flow() == Flow.CAPTCHA_OTP
                ? attempt.calling(session, () -> service.resend(session.id()))
                : numbers.ask()
                        .flatMap(number -> attempt.calling(
                                session, numbers.with(number, known -> service.resend(session.id(), known))));
    }
}
