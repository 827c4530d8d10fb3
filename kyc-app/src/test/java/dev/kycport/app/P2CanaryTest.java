package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import dev.kycport.domain.Flow;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.tck.Canary;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Secrets go in wherever they can, and are looked for in everything that comes out. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P2")
class P2CanaryTest {

    private static final String GRANT = "grant-9f3c7a21d5";
    private static final String STRANGE_GRANT = "code=" + GRANT;

    /** Every number of every story, in whatever place. */
    private static final Canary NUMBERS = new Canary(
            Typed.SENT,
            Typed.MOBILE_NOT_LINKED,
            Typed.PENDING,
            Typed.SOURCE_DOWN,
            Typed.TIMED_OUT,
            Typed.VID,
            "234567890124");

    private final World world = World.usual();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level usual = root.getLevel();
    private final List<Appender<ILoggingEvent>> others = new ArrayList<>();

    @BeforeEach
    void listen() {
        root.iteratorForAppenders().forEachRemaining(others::add);
        others.forEach(root::detachAppender);
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void stopListening() {
        root.setLevel(usual);
        root.detachAppender(log);
        others.forEach(root::addAppender);
    }

    static Stream<String> numbers() {
        return Stream.of(
                Typed.SENT,
                Typed.MOBILE_NOT_LINKED,
                Typed.PENDING,
                Typed.SOURCE_DOWN,
                Typed.TIMED_OUT,
                Typed.VID,
                "234567890124");
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void no_number_comes_out_of_a_direct_flow(String number) {
        SessionId id = world.consented(Flow.DIRECT_OTP);
        Canary canary = Canary.USUAL.with(number, "777333");

        List<Either<KycFailure, Progress>> answers = List.of(
                world.service.startDirect(id, Typed.number(number)),
                world.service.resend(id, Typed.number(number)),
                world.service.submitCode(id, Typed.code("777333")));

        assertNothingOf(canary, id, answers);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void neither_number_nor_answer_comes_out_of_a_captcha_flow(String number) {
        SessionId id = world.shown();
        Canary canary = Canary.USUAL.with(number, "777333").answering("Qz7Wk4Tn", GRANT);

        List<Either<KycFailure, Progress>> answers = List.of(
                world.service.submitCaptcha(id, Typed.number(number), Typed.answer("Qz7Wk4Tn")),
                world.service.submitCaptcha(id, Typed.number(number), Typed.answer("KYC43")),
                world.service.submitCode(id, Typed.code("777333")));

        assertNothingOf(canary, id, answers);
        assertNothingOf(canary.answering("KYC43", GRANT), id, answers);
    }

    @ParameterizedTest
    @ValueSource(strings = {Typed.RIGHT, Typed.WRONG, Typed.TOO_OLD, Typed.VERIFY_TIMES_OUT})
    void no_code_comes_out_whatever_it_does(String code) {
        SessionId id = world.sent();
        Canary canary = Canary.USUAL.with(Typed.SENT, code);

        Either<KycFailure, Progress> answer = world.submit(id, code);

        assertNothingOf(canary, id, List.of(answer));
    }

    @Test
    void no_grant_comes_out_of_the_way_through_digilocker() {
        SessionId id = world.offered();
        Canary canary = Canary.USUAL.answering("Qz7Wk4Tn", GRANT);

        List<Either<KycFailure, Progress>> answers = List.of(
                world.service.takeUpReturn(id, Typed.back(STRANGE_GRANT + "&state=foreign")),
                world.service.takeUpReturn(id, Typed.back(STRANGE_GRANT)),
                world.comeBack(id, STRANGE_GRANT));

        assertNothingOf(canary, id, answers);
        assertThat(Told.state(world.look(id))).isEqualTo("ended denied");
    }

    @ParameterizedTest
    @EnumSource
    void no_story_tells_a_number(Story story) {
        SessionId id = story.play(world);

        assertNothingOf(NUMBERS, id, List.of());
    }

    private void assertNothingOf(Canary canary, SessionId id, List<Either<KycFailure, Progress>> answers) {
        List<String> found = new ArrayList<>();
        found.addAll(canary.in("answers", answers));
        found.addAll(canary.in("session", world.look(id)));
        found.addAll(canary.in("snapshot", world.stores.sessions().find(id)));
        found.addAll(canary.in("trail", world.trail(id)));
        found.addAll(canary.in(
                "consent",
                world.stores.consents().events(world.look(id).dossier().consent())));
        found.addAll(canary.in("proofs", world.provider.seen()));
        found.addAll(canary.in(
                "log", log.list.stream().map(ILoggingEvent::getFormattedMessage).toList()));
        answers.stream()
                .flatMap(answer -> answer.fold(
                        failure -> Stream.of(failure.summary()),
                        progress -> progress.report().stream().map(report -> report.summary())))
                .forEach(summary -> found.addAll(canary.in("summary", summary)));
        assertThat(found).isEmpty();
        assertThat(log.list).isNotEmpty();
    }
}
