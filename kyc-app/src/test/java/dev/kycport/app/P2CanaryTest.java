package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.Flow;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.tck.secrecy.Canary;
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
            TestInputs.SENT,
            TestInputs.MOBILE_NOT_LINKED,
            TestInputs.PENDING,
            TestInputs.SOURCE_DOWN,
            TestInputs.TIMED_OUT,
            TestInputs.VID,
            "234567890124");

    private final Harness harness = Harness.create();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level originalLevel = root.getLevel();
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
        root.setLevel(originalLevel);
        root.detachAppender(log);
        others.forEach(root::addAppender);
    }

    static Stream<String> numbers() {
        return Stream.of(
                TestInputs.SENT,
                TestInputs.MOBILE_NOT_LINKED,
                TestInputs.PENDING,
                TestInputs.SOURCE_DOWN,
                TestInputs.TIMED_OUT,
                TestInputs.VID,
                "234567890124");
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void no_number_is_revealed_in_a_direct_flow(String number) {
        SessionId id = harness.consented(Flow.DIRECT_OTP);
        Canary canary = Canary.DEFAULT.withNumberAndCode(number, "777333");

        List<Either<KycFailure, StepResult>> answers = List.of(
                harness.service.startDirectOtp(id, TestInputs.number(number)),
                harness.service.resend(id, TestInputs.number(number)),
                harness.service.submitCode(id, TestInputs.code("777333")));

        assertNothingOf(canary, id, answers);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void no_number_and_no_captcha_answer_is_revealed_in_a_captcha_flow(String number) {
        SessionId id = harness.captchaShown();
        Canary canary = Canary.DEFAULT.withNumberAndCode(number, "777333").withAnswers("Qz7Wk4Tn", GRANT);

        List<Either<KycFailure, StepResult>> answers = List.of(
                harness.service.submitCaptcha(id, TestInputs.number(number), TestInputs.answer("Qz7Wk4Tn")),
                harness.service.submitCaptcha(id, TestInputs.number(number), TestInputs.answer("KYC43")),
                harness.service.submitCode(id, TestInputs.code("777333")));

        assertNothingOf(canary, id, answers);
        assertNothingOf(canary.withAnswers("KYC43", GRANT), id, answers);
    }

    @ParameterizedTest
    @ValueSource(strings = {TestInputs.RIGHT, TestInputs.WRONG, TestInputs.TOO_OLD, TestInputs.VERIFY_TIMES_OUT})
    void no_code_is_revealed_whatever_it_does(String code) {
        SessionId id = harness.codeSent();
        Canary canary = Canary.DEFAULT.withNumberAndCode(TestInputs.SENT, code);

        Either<KycFailure, StepResult> answer = harness.submit(id, code);

        assertNothingOf(canary, id, List.of(answer));
    }

    @Test
    void no_grant_is_revealed_in_a_digilocker_flow() {
        SessionId id = harness.digiLockerOffered();
        Canary canary = Canary.DEFAULT.withAnswers("Qz7Wk4Tn", GRANT);

        List<Either<KycFailure, StepResult>> answers = List.of(
                harness.service.handleDigiLockerReturn(id, TestInputs.returnUrl(STRANGE_GRANT + "&state=foreign")),
                harness.service.handleDigiLockerReturn(id, TestInputs.returnUrl(STRANGE_GRANT)),
                harness.returnFromDigiLocker(id, STRANGE_GRANT));

        assertNothingOf(canary, id, answers);
        assertThat(StepAssertions.describeState(harness.find(id))).isEqualTo("ended denied");
    }

    @ParameterizedTest
    @EnumSource
    void no_scenario_reveals_a_number(SessionScenario sessionScenario) {
        SessionId id = sessionScenario.run(harness);

        assertNothingOf(NUMBERS, id, List.of());
    }

    private void assertNothingOf(Canary canary, SessionId id, List<Either<KycFailure, StepResult>> answers) {
        List<String> found = new ArrayList<>();
        found.addAll(canary.findIn("answers", answers));
        found.addAll(canary.findIn("session", harness.find(id)));
        found.addAll(canary.findIn("snapshot", harness.stores.sessions().find(id)));
        found.addAll(canary.findIn("trail", harness.auditTrail(id)));
        found.addAll(canary.findIn(
                "consent",
                harness.stores.consents().events(harness.find(id).header().consent())));
        found.addAll(canary.findIn("proofs", harness.provider.calls()));
        found.addAll(canary.findIn(
                "log", log.list.stream().map(ILoggingEvent::getFormattedMessage).toList()));
        answers.stream()
                .flatMap(answer -> answer.fold(
                        failure -> Stream.of(failure.summary()),
                        stepResult -> stepResult.report().stream().map(stepReport -> stepReport.summary())))
                .forEach(summary -> found.addAll(canary.findIn("summary", summary)));
        assertThat(found).isEmpty();
        assertThat(log.list).isNotEmpty();
    }
}
