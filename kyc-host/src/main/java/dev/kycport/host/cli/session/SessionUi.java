package dev.kycport.host.cli.session;

import dev.kycport.app.KycService;
import dev.kycport.domain.ProviderId;
import dev.kycport.host.cli.result.RunResult;
import dev.kycport.host.cli.terminal.WaitIndicator;
import java.util.function.Predicate;

/** Where a conversation takes place: who answers, who is told, and where pictures go. */
public record SessionUi(
        AnswerSource answerSource,
        ProgressPrinter progressPrinter,
        WaitIndicator waitIndicator,
        ImageFiles imageFiles) {

    /**
     * Leads a session to where it goes no further.
     *
     * @param plays which providers only play one
     */
    public RunResult run(KycService service, SessionPlan sessionPlan, Predicate<ProviderId> plays) {
        StepRunner stepRunner = new StepRunner(service, answerSource, progressPrinter, waitIndicator);
        AadhaarPrompt aadhaarPrompt = new AadhaarPrompt(service, answerSource);
        OtpSteps codes = new OtpSteps(service, answerSource, stepRunner, aadhaarPrompt, plays);
        StepPrompts stepPrompts = new StepPrompts(
                service,
                answerSource,
                progressPrinter,
                stepRunner,
                codes,
                new CaptchaSteps(service, answerSource, progressPrinter, stepRunner, aadhaarPrompt, codes, imageFiles),
                new DigiLockerSteps(
                        service,
                        answerSource,
                        progressPrinter,
                        stepRunner,
                        sessionPlan.redirectUrl(),
                        sessionPlan.documents()));
        return new SessionRunner(service, answerSource).run(sessionPlan.request(), stepPrompts);
    }
}
