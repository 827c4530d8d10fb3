package dev.kycport.host.cli.session;

import dev.kycport.app.KycService;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.digilocker.OAuthState;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.session.KycSession;
import dev.kycport.host.cli.option.Question;
import dev.kycport.host.cli.result.StopReason;
import io.vavr.control.Either;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** To DigiLocker and back. */
final class DigiLockerSteps {

    /** What stands for the session's own state in a return URL that was written beforehand. */
    static final String STATE_PLACEHOLDER = "{state}";

    private final KycService service;
    private final AnswerSource answerSource;
    private final ProgressPrinter progressPrinter;
    private final StepRunner stepRunner;
    private final RedirectUrl redirectUrl;
    private final Set<DocumentType> documents;

    DigiLockerSteps(
            KycService service,
            AnswerSource answerSource,
            ProgressPrinter progressPrinter,
            StepRunner stepRunner,
            RedirectUrl redirectUrl,
            Set<DocumentType> documents) {
        this.service = service;
        this.answerSource = answerSource;
        this.progressPrinter = progressPrinter;
        this.stepRunner = stepRunner;
        this.redirectUrl = redirectUrl;
        this.documents = documents;
    }

    Either<StopReason, StepResult> start(KycSession.Consented session) {
        return stepRunner.callProvider(session, () -> service.startDigiLocker(session.id(), redirectUrl, documents));
    }

    Either<StopReason, StepResult> next(KycSession.AwaitingAuthorization<?> session) {
        return session.authorization() instanceof AuthorizationChallenge.Offered offered
                ? askReturnUrl(session, offered)
                : answerSource
                        .askYesNo(Question.RETRY, "Fetch the documents again?")
                        .flatMap(yes -> yes ? fetchDocuments(session) : Either.left(StopReason.cancelled()));
    }

    private Either<StopReason, StepResult> askReturnUrl(KycSession session, AuthorizationChallenge.Offered offered) {
        progressPrinter.authorizationUrl(offered);
        OAuthState state = offered.request().state();
        return answerSource
                .ask(
                        Question.RETURN_URL,
                        "Address of the page you came back to",
                        text -> ReturnUrl.parse(text.replace(STATE_PLACEHOLDER, encoded(state))))
                .flatMap(url ->
                        stepRunner.callProvider(session, () -> service.handleDigiLockerReturn(session.id(), url)));
    }

    private Either<StopReason, StepResult> fetchDocuments(KycSession session) {
        return stepRunner.callProvider(session, () -> service.fetchDocuments(session.id()));
    }

    private static String encoded(OAuthState state) {
        return URLEncoder.encode(state.value(), StandardCharsets.UTF_8);
    }
}
