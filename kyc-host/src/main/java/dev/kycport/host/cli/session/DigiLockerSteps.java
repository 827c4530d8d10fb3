package dev.kycport.host.cli.session;

import dev.kycport.app.KycService;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.session.KycSession;
import dev.kycport.host.cli.option.Question;
import dev.kycport.host.cli.result.StopReason;
import io.vavr.control.Either;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The steps of a session that sends the person to DigiLocker and fetches documents. */
final class DigiLockerSteps {

    /** Replaced by the session's state parameter in a return URL that was prepared in advance. */
    static final String STATE_PLACEHOLDER = "{state}";

    private final KycService service;
    private final SessionUi ui;
    private final StepRunner runner;
    private final SessionPlan plan;

    DigiLockerSteps(KycService service, SessionUi ui, StepRunner runner, SessionPlan plan) {
        this.service = service;
        this.ui = ui;
        this.runner = runner;
        this.plan = plan;
    }

    Either<StopReason, StepResult> start(KycSession.Consented session) {
        return runner.callProvider(
                session, () -> service.startDigiLocker(session.id(), plan.redirectUrl(), plan.documents()));
    }

    Either<StopReason, StepResult> next(KycSession.AwaitingAuthorization<?> session) {
        return session.authorization() instanceof AuthorizationChallenge.Offered offered
                ? askReturnUrl(session, offered)
                : ui.answers()
                        .askYesNo(Question.RETRY, "Fetch the documents again?")
                        .flatMap(yes -> yes ? fetchDocuments(session) : Either.left(StopReason.cancelled()));
    }

    private Either<StopReason, StepResult> askReturnUrl(KycSession session, AuthorizationChallenge.Offered offered) {
        ui.printer().authorizationUrl(offered);
        String state = URLEncoder.encode(offered.request().state().value(), StandardCharsets.UTF_8);
        return ui.answers()
                .ask(
                        Question.RETURN_URL,
                        "URL of the page that the browser came back to",
                        text -> ReturnUrl.parse(text.replace(STATE_PLACEHOLDER, state)))
                .flatMap(url -> runner.callProvider(session, () -> service.handleDigiLockerReturn(session.id(), url)));
    }

    private Either<StopReason, StepResult> fetchDocuments(KycSession session) {
        return runner.callProvider(session, () -> service.fetchDocuments(session.id()));
    }
}
