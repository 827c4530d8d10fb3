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
    DIRECT(Flow.DIRECT_OTP, Story::agree, send(), submit(Typed.RIGHT)),
    DIRECT_AFTER_WRONG_CODES(
            Flow.DIRECT_OTP,
            Story::agree,
            send(),
            submit(Typed.WRONG),
            submit(Typed.VERIFY_TIMES_OUT),
            pass(World.GAP),
            Story::resend,
            submit(Typed.WRONG),
            submit(Typed.RIGHT)),
    LOCKED(Flow.DIRECT_OTP, Story::agree, send(), submit(Typed.WRONG), submit(Typed.WRONG), submit(Typed.WRONG)),
    IN_DOUBT(Flow.DIRECT_OTP, Story::agree, send(Typed.TIMED_OUT), pass(World.GAP), Story::resend, submit(Typed.RIGHT)),
    INELIGIBLE(Flow.DIRECT_OTP, Story::agree, send(Typed.MOBILE_NOT_LINKED)),
    PENDING(Flow.DIRECT_OTP, Story::agree, send(Typed.PENDING), pass(World.GAP), Story::resend, submit(Typed.RIGHT)),
    SOURCE_DOWN(Flow.DIRECT_OTP, Story::agree, send(Typed.SOURCE_DOWN), send(), submit(Typed.RIGHT)),
    CODE_TOO_OLD(
            Flow.DIRECT_OTP,
            Story::agree,
            send(),
            pass(Duration.ofMinutes(10)),
            submit(Typed.RIGHT),
            Story::resend,
            submit(Typed.TOO_OLD),
            pass(World.GAP),
            Story::resend,
            submit(Typed.RIGHT)),
    CAPTCHA(
            Flow.CAPTCHA_OTP,
            Story::agree,
            Story::connect,
            Story::reload,
            Story::wrong,
            Story::answer,
            submit(Typed.RIGHT)),
    CAPTCHA_RESEND(
            Flow.CAPTCHA_OTP,
            Story::agree,
            Story::connect,
            Story::answer,
            submit(Typed.WRONG),
            pass(World.GAP),
            Story::again,
            Story::answer,
            submit(Typed.RIGHT)),
    CAPTCHA_SPENT_ON_RESEND(
            Flow.CAPTCHA_OTP,
            Story::agree,
            Story::connect,
            Story::answer,
            pass(World.GAP),
            Story::again,
            Story::wrong,
            Story::wrong,
            Story::wrong,
            submit(Typed.RIGHT)),
    CAPTCHA_TOO_OLD(
            Flow.CAPTCHA_OTP,
            Story::agree,
            Story::connect,
            pass(Duration.ofMinutes(5)),
            Story::reload,
            Story::answer,
            submit(Typed.RIGHT)),
    DIGILOCKER(Flow.DIGILOCKER, Story::agree, Story::offer, back("code=granted")),
    DIGILOCKER_FOREIGN(Flow.DIGILOCKER, Story::agree, Story::offer, Story::foreign, back("code=granted")),
    DIGILOCKER_EMPTY(Flow.DIGILOCKER, Story::agree, Story::offer, back("code=empty")),
    DIGILOCKER_DENIED(Flow.DIGILOCKER, Story::agree, Story::offer, back("error=access_denied")),
    DIGILOCKER_IN_TWO(
            Flow.DIGILOCKER,
            Story::agree,
            Story::offer,
            failing(ProviderCall.COLLECT_DOCUMENTS, "source.down"),
            back("code=granted"),
            (world, id) -> world.provider.recover(),
            (world, id) -> world.service.collect(id)),
    DECLINED(Flow.DIRECT_OTP, (world, id) -> world.service.declineConsent(id)),
    CANCELLED(Flow.DIRECT_OTP, Story::agree, send(), (world, id) -> world.service.cancel(id)),
    WITHDRAWN(Flow.DIRECT_OTP, Story::agree, send(), Story::withdraw),
    WITHDRAWN_AFTER_ALL(Flow.DIRECT_OTP, Story::agree, send(), submit(Typed.RIGHT), Story::withdraw),
    TOO_LATE(Flow.DIRECT_OTP, Story::agree, send(), pass(Duration.ofMinutes(30)), submit(Typed.RIGHT)),
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

    private static void agree(World world, SessionId id) {
        world.service.giveConsent(id, ConsentMethod.CHECKBOX);
    }

    private static BiConsumer<World, SessionId> send() {
        return send(Typed.SENT);
    }

    private static BiConsumer<World, SessionId> send(String number) {
        return (world, id) -> world.service.startDirect(id, Typed.number(number));
    }

    private static void resend(World world, SessionId id) {
        world.service.resend(id, Typed.number(Typed.SENT));
    }

    private static BiConsumer<World, SessionId> submit(String code) {
        return (world, id) -> world.submit(id, code);
    }

    private static void connect(World world, SessionId id) {
        world.service.startCaptcha(id);
    }

    private static void again(World world, SessionId id) {
        world.service.resend(id);
    }

    private static void reload(World world, SessionId id) {
        world.service.reloadCaptcha(id);
    }

    private static void wrong(World world, SessionId id) {
        world.answer(id, "WRONG");
    }

    private static void answer(World world, SessionId id) {
        world.answer(id, world.drawn());
    }

    private static void offer(World world, SessionId id) {
        world.offer(id);
    }

    private static BiConsumer<World, SessionId> back(String query) {
        return (world, id) -> world.comeBack(id, query);
    }

    private static void foreign(World world, SessionId id) {
        world.service.takeUpReturn(id, Typed.back("code=granted&state=other"));
    }

    private static void withdraw(World world, SessionId id) {
        world.service.withdrawConsent(id);
    }

    private static BiConsumer<World, SessionId> failing(ProviderCall call, String code) {
        return (world, id) -> world.provider.fail(call, Failures.coded(code));
    }

    private static BiConsumer<World, SessionId> pass(Duration time) {
        return (world, id) -> world.pass(time);
    }
}
