package dev.kycport.host.cli;

import dev.kycport.app.KycService;
import dev.kycport.app.wiring.KycPort;
import dev.kycport.domain.Flow;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One session, from what the command line gives to where it leads. */
final class Run {

    private final Wish wish;
    private final Installation installation;
    private final Outside outside;

    Run(Wish wish, Installation installation, Outside outside) {
        this.wish = wish;
        this.installation = installation;
        this.outside = outside;
    }

    /** @param show puts an ending before whoever asked; they have the identity then */
    Ending lead(Consumer<Ending> show) {
        return flow().flatMap(flow ->
                        wish.order(flow, installation).mapLeft(Stop::usage).flatMap(order -> lead(flow, order, show)))
                .getOrElseGet(stop -> shown(Ending.before(stop), show));
    }

    private Either<Stop, Flow> flow() {
        return answers(outside.keyboard().isPresent(), outside.out())
                .ask(Question.FLOW, "Which flow? " + Flows.names(), Flows::parse);
    }

    private Either<Stop, Ending> lead(Flow flow, Order order, Consumer<Ending> show) {
        try (KycPort port = installation.start()) {
            return given(port.service())
                    .mapLeft(Stop::usage)
                    .map(fine -> shown(play(flow, order, port.service()), show))
                    .peek(ending -> complete(ending, port.service()));
        }
    }

    private static Ending shown(Ending ending, Consumer<Ending> show) {
        show.accept(ending);
        return ending;
    }

    // Whoever asked has the identity by now, so it is kept here no longer.
    private static void complete(Ending ending, KycService service) {
        ending.session()
                .filter(KycSession.Verified.class::isInstance)
                .ifPresent(verified -> service.complete(verified.id()));
    }

    private Ending play(Flow flow, Order order, KycService service) {
        boolean asking = outside.keyboard().isPresent() && (wish.leavesOpen(flow) || reads());
        Terminal terminal = terminal(asking);
        terminal.heading(Flows.title(flow));
        Stage stage = new Stage(
                answers(asking, terminal),
                new Story(terminal, wish.json() ? Terminal.nowhere() : outside.err(), ZoneId.systemDefault()),
                new Waiting(outside.err()),
                Pictures.fleeting(outside.temporary()));
        return stage.play(service, order, installation::plays);
    }

    // Scripts read standard output and nothing else is to stand there.
    private Terminal terminal(boolean asking) {
        if (!wish.json()) {
            return outside.out();
        }
        return asking || reads() ? outside.err() : Terminal.nowhere();
    }

    private Answers answers(boolean asking, Terminal terminal) {
        Map<Question, String> options = new EnumMap<>(Question.class);
        wish.given().forEach((question, text) -> {
            if (!asking || !text.equals(Answers.FROM_INPUT)) {
                options.put(question, text);
            }
        });
        Optional<Person> person =
                outside.keyboard().filter(there -> asking).map(keyboard -> new TypingPerson(terminal, keyboard));
        return new Answers(options, outside.in(), person, terminal);
    }

    private boolean reads() {
        return wish.given().containsValue(Answers.FROM_INPUT);
    }

    /** Whether what was given can be used at all: before a session is opened, and before anybody is asked. */
    private Either<InputRejection, Boolean> given(KycService service) {
        return wish.given().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(Answers.FROM_INPUT))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> check(service, entry.getKey(), entry.getValue()))
                .filter(Either::isLeft)
                .findFirst()
                .orElseGet(() -> Either.right(true));
    }

    private static Either<InputRejection, Boolean> check(KycService service, Question question, String text) {
        return switch (question) {
            case AADHAAR -> service.number(text).map(fine -> true);
            case CAPTCHA -> CaptchaAnswer.parse(text).map(fine -> true);
            case OTP -> OtpCode.parse(text).map(fine -> true);
            case RETURN_URL -> ReturnUrl.parse(text).map(fine -> true);
            case FLOW, CONSENT, AGAIN -> Either.right(true);
        };
    }
}
