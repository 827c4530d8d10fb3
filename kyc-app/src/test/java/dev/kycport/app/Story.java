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
enum Story {
    DIRECT(Flow.DIRECT_OTP, agree(), send(), submit(Typed.RIGHT)),
    DIRECT_AFTER_WRONG_CODES(
            Flow.DIRECT_OTP,
            agree(),
            send(),
            submit(Typed.WRONG),
            submit(Typed.VERIFY_TIMES_OUT),
            pass(World.GAP),
            resend(),
            submit(Typed.WRONG),
            submit(Typed.RIGHT)),
    LOCKED(Flow.DIRECT_OTP, agree(), send(), submit(Typed.WRONG), submit(Typed.WRONG), submit(Typed.WRONG)),
    IN_DOUBT(Flow.DIRECT_OTP, agree(), send(Typed.TIMED_OUT), pass(World.GAP), resend(), submit(Typed.RIGHT)),
    INELIGIBLE(Flow.DIRECT_OTP, agree(), send(Typed.MOBILE_NOT_LINKED)),
    PENDING(Flow.DIRECT_OTP, agree(), send(Typed.PENDING), pass(World.GAP), resend(), submit(Typed.RIGHT)),
    SOURCE_DOWN(Flow.DIRECT_OTP, agree(), send(Typed.SOURCE_DOWN), send(), submit(Typed.RIGHT)),
    CODE_TOO_OLD(
            Flow.DIRECT_OTP,
            agree(),
            send(),
            pass(Duration.ofMinutes(10)),
            submit(Typed.RIGHT),
            resend(),
            submit(Typed.TOO_OLD),
            pass(World.GAP),
            resend(),
            submit(Typed.RIGHT)),
    CAPTCHA(Flow.CAPTCHA_OTP, agree(), connect(), reload(), wrong(), answer(), submit(Typed.RIGHT)),
    CAPTCHA_RESEND(
            Flow.CAPTCHA_OTP,
            agree(),
            connect(),
            answer(),
            submit(Typed.WRONG),
            pass(World.GAP),
            again(),
            answer(),
            submit(Typed.RIGHT)),
    CAPTCHA_SPENT_ON_RESEND(
            Flow.CAPTCHA_OTP,
            agree(),
            connect(),
            answer(),
            pass(World.GAP),
            again(),
            wrong(),
            wrong(),
            wrong(),
            submit(Typed.RIGHT)),
    CAPTCHA_TOO_OLD(
            Flow.CAPTCHA_OTP, agree(), connect(), pass(Duration.ofMinutes(5)), reload(), answer(), submit(Typed.RIGHT)),
    DIGILOCKER(Flow.DIGILOCKER, agree(), offer(), back("code=granted")),
    DIGILOCKER_FOREIGN(Flow.DIGILOCKER, agree(), offer(), foreign(), back("code=granted")),
    DIGILOCKER_EMPTY(Flow.DIGILOCKER, agree(), offer(), back("code=empty")),
    DIGILOCKER_DENIED(Flow.DIGILOCKER, agree(), offer(), back("error=access_denied")),
    DIGILOCKER_IN_TWO(
            Flow.DIGILOCKER,
            agree(),
            offer(),
            failing(ProviderCall.COLLECT_DOCUMENTS, "source.down"),
            back("code=granted"),
            (world, id) -> world.provider.recover(),
            (world, id) -> world.service.collect(id)),
    DECLINED(Flow.DIRECT_OTP, (world, id) -> world.service.declineConsent(id)),
    CANCELLED(Flow.DIRECT_OTP, agree(), send(), (world, id) -> world.service.cancel(id)),
    WITHDRAWN(Flow.DIRECT_OTP, agree(), send(), withdraw()),
    WITHDRAWN_AFTER_ALL(Flow.DIRECT_OTP, agree(), send(), submit(Typed.RIGHT), withdraw()),
    TOO_LATE(Flow.DIRECT_OTP, agree(), send(), pass(Duration.ofMinutes(30)), submit(Typed.RIGHT)),
    CONSENT_RAN_OUT(
            Flow.DIRECT_OTP,
            (world, id) -> world.service.giveConsent(id, ConsentMethod.TYPED, Duration.ofMinutes(1)),
            send(),
            pass(Duration.ofMinutes(1)),
            submit(Typed.RIGHT));

    private final Flow flow;
    private final List<BiConsumer<World, SessionId>> steps;

    @SafeVarargs
    @SuppressWarnings("varargs")
    Story(Flow flow, BiConsumer<World, SessionId>... steps) {
        this.flow = flow;
        this.steps = Arrays.stream(steps).toList();
    }

    Flow flow() {
        return flow;
    }

    List<BiConsumer<World, SessionId>> steps() {
        return steps;
    }

    /** The whole of it, from opening on. */
    SessionId play(World world) {
        SessionId id = world.opened(flow);
        steps.forEach(step -> step.accept(world, id));
        return id;
    }

    private static BiConsumer<World, SessionId> agree() {
        return (world, id) -> world.service.giveConsent(id, ConsentMethod.CHECKBOX);
    }

    private static BiConsumer<World, SessionId> send() {
        return send(Typed.SENT);
    }

    private static BiConsumer<World, SessionId> send(String number) {
        return (world, id) -> world.service.startDirect(id, Typed.number(number));
    }

    private static BiConsumer<World, SessionId> resend() {
        return (world, id) -> world.service.resend(id, Typed.number(Typed.SENT));
    }

    private static BiConsumer<World, SessionId> submit(String code) {
        return (world, id) -> world.submit(id, code);
    }

    private static BiConsumer<World, SessionId> connect() {
        return (world, id) -> world.service.startCaptcha(id);
    }

    private static BiConsumer<World, SessionId> again() {
        return (world, id) -> world.service.resend(id);
    }

    private static BiConsumer<World, SessionId> reload() {
        return (world, id) -> world.service.reloadCaptcha(id);
    }

    private static BiConsumer<World, SessionId> wrong() {
        return (world, id) -> world.answer(id, "WRONG");
    }

    private static BiConsumer<World, SessionId> answer() {
        return (world, id) -> world.answer(id, world.drawn());
    }

    private static BiConsumer<World, SessionId> offer() {
        return (world, id) -> world.offer(id);
    }

    private static BiConsumer<World, SessionId> back(String query) {
        return (world, id) -> world.comeBack(id, query);
    }

    private static BiConsumer<World, SessionId> foreign() {
        return (world, id) -> world.service.takeUpReturn(id, Typed.back("code=granted&state=other"));
    }

    private static BiConsumer<World, SessionId> withdraw() {
        return (world, id) -> world.service.withdrawConsent(id);
    }

    private static BiConsumer<World, SessionId> failing(ProviderCall call, String code) {
        return (world, id) -> world.provider.fail(call, Failures.coded(code));
    }

    private static BiConsumer<World, SessionId> pass(Duration time) {
        return (world, id) -> world.pass(time);
    }
}
