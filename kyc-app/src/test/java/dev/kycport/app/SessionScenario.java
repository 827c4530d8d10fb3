package dev.kycport.app;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/** What a person does in a session from the consent on, one story for every way through the flows. */
enum SessionScenario {
    DIRECT(Flow.DIRECT_OTP, SessionScenario::agree, send(), submit(TestInputs.RIGHT)),
    DIRECT_AFTER_WRONG_CODES(
            Flow.DIRECT_OTP,
            SessionScenario::agree,
            send(),
            submit(TestInputs.WRONG),
            submit(TestInputs.VERIFY_TIMES_OUT),
            pass(Harness.GAP),
            SessionScenario::resend,
            submit(TestInputs.WRONG),
            submit(TestInputs.RIGHT)),
    LOCKED(
            Flow.DIRECT_OTP,
            SessionScenario::agree,
            send(),
            submit(TestInputs.WRONG),
            submit(TestInputs.WRONG),
            submit(TestInputs.WRONG)),
    IN_DOUBT(
            Flow.DIRECT_OTP,
            SessionScenario::agree,
            send(TestInputs.TIMED_OUT),
            pass(Harness.GAP),
            SessionScenario::resend,
            submit(TestInputs.RIGHT)),
    INELIGIBLE(Flow.DIRECT_OTP, SessionScenario::agree, send(TestInputs.MOBILE_NOT_LINKED)),
    PENDING(
            Flow.DIRECT_OTP,
            SessionScenario::agree,
            send(TestInputs.PENDING),
            pass(Harness.GAP),
            SessionScenario::resend,
            submit(TestInputs.RIGHT)),
    SOURCE_DOWN(
            Flow.DIRECT_OTP, SessionScenario::agree, send(TestInputs.SOURCE_DOWN), send(), submit(TestInputs.RIGHT)),
    CODE_TOO_OLD(
            Flow.DIRECT_OTP,
            SessionScenario::agree,
            send(),
            pass(Duration.ofMinutes(10)),
            submit(TestInputs.RIGHT),
            SessionScenario::resend,
            submit(TestInputs.TOO_OLD),
            pass(Harness.GAP),
            SessionScenario::resend,
            submit(TestInputs.RIGHT)),
    CAPTCHA(
            Flow.CAPTCHA_OTP,
            SessionScenario::agree,
            SessionScenario::connect,
            SessionScenario::reload,
            SessionScenario::wrongCaptcha,
            SessionScenario::rightCaptcha,
            submit(TestInputs.RIGHT)),
    CAPTCHA_RESEND(
            Flow.CAPTCHA_OTP,
            SessionScenario::agree,
            SessionScenario::connect,
            SessionScenario::rightCaptcha,
            submit(TestInputs.WRONG),
            pass(Harness.GAP),
            SessionScenario::resendThroughCaptcha,
            SessionScenario::rightCaptcha,
            submit(TestInputs.RIGHT)),
    CAPTCHA_SPENT_ON_RESEND(
            Flow.CAPTCHA_OTP,
            SessionScenario::agree,
            SessionScenario::connect,
            SessionScenario::rightCaptcha,
            pass(Harness.GAP),
            SessionScenario::resendThroughCaptcha,
            SessionScenario::wrongCaptcha,
            SessionScenario::wrongCaptcha,
            SessionScenario::wrongCaptcha,
            submit(TestInputs.RIGHT)),
    CAPTCHA_TOO_OLD(
            Flow.CAPTCHA_OTP,
            SessionScenario::agree,
            SessionScenario::connect,
            pass(Duration.ofMinutes(5)),
            SessionScenario::reload,
            SessionScenario::rightCaptcha,
            submit(TestInputs.RIGHT)),
    DIGILOCKER(Flow.DIGILOCKER, SessionScenario::agree, SessionScenario::offer, returnWith("code=granted")),
    DIGILOCKER_FOREIGN(
            Flow.DIGILOCKER,
            SessionScenario::agree,
            SessionScenario::offer,
            SessionScenario::foreignReturn,
            returnWith("code=granted")),
    DIGILOCKER_EMPTY(Flow.DIGILOCKER, SessionScenario::agree, SessionScenario::offer, returnWith("code=empty")),
    DIGILOCKER_DENIED(
            Flow.DIGILOCKER, SessionScenario::agree, SessionScenario::offer, returnWith("error=access_denied")),
    DIGILOCKER_IN_TWO(
            Flow.DIGILOCKER,
            SessionScenario::agree,
            SessionScenario::offer,
            failing(ProviderCall.COLLECT_DOCUMENTS, "source.down"),
            returnWith("code=granted"),
            (harness, id) -> harness.provider.recover(),
            (harness, id) -> harness.service.fetchDocuments(id)),
    DECLINED(Flow.DIRECT_OTP, (harness, id) -> harness.service.declineConsent(id)),
    CANCELLED(Flow.DIRECT_OTP, SessionScenario::agree, send(), (harness, id) -> harness.service.cancel(id)),
    WITHDRAWN(Flow.DIRECT_OTP, SessionScenario::agree, send(), SessionScenario::withdraw),
    WITHDRAWN_AFTER_ALL(
            Flow.DIRECT_OTP, SessionScenario::agree, send(), submit(TestInputs.RIGHT), SessionScenario::withdraw),
    TOO_LATE(Flow.DIRECT_OTP, SessionScenario::agree, send(), pass(Duration.ofMinutes(30)), submit(TestInputs.RIGHT)),
    CONSENT_RAN_OUT(
            Flow.DIRECT_OTP,
            (harness, id) -> harness.service.giveConsent(id, ConsentMethod.TYPED, Duration.ofMinutes(1)),
            send(),
            pass(Duration.ofMinutes(1)),
            submit(TestInputs.RIGHT));

    private final Flow flow;
    private final List<BiConsumer<Harness, SessionId>> steps;

    @SafeVarargs
    @SuppressWarnings("varargs")
    SessionScenario(Flow flow, BiConsumer<Harness, SessionId>... steps) {
        this.flow = flow;
        this.steps = Arrays.stream(steps).toList();
    }

    Flow flow() {
        return flow;
    }

    List<BiConsumer<Harness, SessionId>> steps() {
        return steps;
    }

    /** The whole of it, from opening on. */
    SessionId run(Harness harness) {
        SessionId id = harness.opened(flow);
        steps.forEach(step -> step.accept(harness, id));
        return id;
    }

    private static void agree(Harness harness, SessionId id) {
        harness.service.giveConsent(id, ConsentMethod.CHECKBOX);
    }

    private static BiConsumer<Harness, SessionId> send() {
        return send(TestInputs.SENT);
    }

    private static BiConsumer<Harness, SessionId> send(String number) {
        return (harness, id) -> harness.service.startDirectOtp(id, TestInputs.number(number));
    }

    private static void resend(Harness harness, SessionId id) {
        harness.service.resend(id, TestInputs.number(TestInputs.SENT));
    }

    private static BiConsumer<Harness, SessionId> submit(String code) {
        return (harness, id) -> harness.submit(id, code);
    }

    private static void connect(Harness harness, SessionId id) {
        harness.service.startCaptcha(id);
    }

    private static void resendThroughCaptcha(Harness harness, SessionId id) {
        harness.service.resend(id);
    }

    private static void reload(Harness harness, SessionId id) {
        harness.service.reloadCaptcha(id);
    }

    private static void wrongCaptcha(Harness harness, SessionId id) {
        harness.answer(id, "WRONG");
    }

    private static void rightCaptcha(Harness harness, SessionId id) {
        harness.answer(id, harness.captchaText());
    }

    private static void offer(Harness harness, SessionId id) {
        harness.offer(id);
    }

    private static BiConsumer<Harness, SessionId> returnWith(String query) {
        return (harness, id) -> harness.returnFromDigiLocker(id, query);
    }

    private static void foreignReturn(Harness harness, SessionId id) {
        harness.service.handleDigiLockerReturn(id, TestInputs.returnUrl("code=granted&state=other"));
    }

    private static void withdraw(Harness harness, SessionId id) {
        harness.service.withdrawConsent(id);
    }

    private static BiConsumer<Harness, SessionId> failing(ProviderCall call, String code) {
        return (harness, id) -> harness.provider.fail(call, ProviderFailures.withCode(code));
    }

    private static BiConsumer<Harness, SessionId> pass(Duration time) {
        return (harness, id) -> harness.pass(time);
    }
}
