package dev.kycport.host.cli;

import dev.kycport.app.KycService;
import dev.kycport.domain.ProviderId;
import java.util.function.Predicate;

/** Where a conversation takes place: who answers, who is told, and where pictures go. */
record Stage(Answers answers, Story story, Waiting waiting, Pictures pictures) {

    /**
     * Leads a session to where it goes no further.
     *
     * @param plays which providers only play one
     */
    Ending play(KycService service, Order order, Predicate<ProviderId> plays) {
        Attempt attempt = new Attempt(service, answers, story, waiting);
        Numbers numbers = new Numbers(service, answers);
        CodeSteps codes = new CodeSteps(service, answers, attempt, numbers, plays);
        Steps steps = new Steps(
                service,
                answers,
                story,
                attempt,
                codes,
                new CaptchaSteps(service, answers, story, attempt, numbers, codes, pictures),
                new DigiLockerSteps(service, answers, story, attempt, order.back(), order.documents()));
        return new Conversation(service, answers).lead(order.request(), steps);
    }
}
