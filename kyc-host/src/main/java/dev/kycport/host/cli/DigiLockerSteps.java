package dev.kycport.host.cli;

import dev.kycport.app.KycService;
import dev.kycport.app.Progress;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.digilocker.AuthorizationState;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** To DigiLocker and back. */
final class DigiLockerSteps {

    /** What stands for the session's own state in a return URL that was written beforehand. */
    static final String STATE = "{state}";

    private final KycService service;
    private final Answers answers;
    private final Story story;
    private final Attempt attempt;
    private final RedirectUrl back;
    private final Set<DocumentType> documents;

    DigiLockerSteps(
            KycService service,
            Answers answers,
            Story story,
            Attempt attempt,
            RedirectUrl back,
            Set<DocumentType> documents) {
        this.service = service;
        this.answers = answers;
        this.story = story;
        this.attempt = attempt;
        this.back = back;
        this.documents = documents;
    }

    Either<Stop, Progress> start(KycSession.Consented session) {
        return attempt.calling(session, () -> service.startDigiLocker(session.id(), back, documents));
    }

    Either<Stop, Progress> next(KycSession.AwaitingAuthorization<?> session) {
        return session.authorization() instanceof AuthorizationChallenge.Offered offered
                ? awaitReturn(session, offered)
                : answers.agrees(Question.AGAIN, "Fetch the documents again?")
                        .flatMap(yes -> yes ? collect(session) : Either.left(Stop.left()));
    }

    private Either<Stop, Progress> awaitReturn(KycSession session, AuthorizationChallenge.Offered offered) {
        story.offer(offered);
        AuthorizationState state = offered.offer().state();
        return answers.ask(
                        Question.RETURN_URL,
                        "Address of the page you came back to",
                        text -> ReturnUrl.parse(text.replace(STATE, encoded(state))))
                .flatMap(url -> attempt.calling(session, () -> service.takeUpReturn(session.id(), url)));
    }

    private Either<Stop, Progress> collect(KycSession session) {
        return attempt.calling(session, () -> service.collect(session.id()));
    }

    private static String encoded(AuthorizationState state) {
        return URLEncoder.encode(state.value(), StandardCharsets.UTF_8);
    }
}
