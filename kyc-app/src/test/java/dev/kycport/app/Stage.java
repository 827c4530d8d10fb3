package dev.kycport.app;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import java.time.Duration;
import java.util.function.Function;

/** Every state in which a session can wait for a person, and how it is reached. */
enum Stage {
    OPENED(world -> world.opened(Flow.DIRECT_OTP)),
    CONSENTED(world -> world.consented(Flow.DIRECT_OTP)),
    CAPTCHA_SHOWN(World::shown),
    CAPTCHA_EXPIRED(world -> after(world, world.shown(), Duration.ofMinutes(5))),
    CAPTCHA_SHOWN_AGAIN(world -> {
        SessionId id = after(world, world.solved(), World.GAP);
        world.service.resend(id).get();
        return id;
    }),
    CODE_SENT(World::sent),
    CODE_EXPIRED(world -> after(world, world.sent(), Duration.ofMinutes(10))),
    CODE_PENDING(world -> started(world, Typed.PENDING)),
    CODE_IN_DOUBT(world -> started(world, Typed.TIMED_OUT)),
    OFFERED(World::offered),
    CONNECTED(world -> {
        SessionId id = world.offered();
        world.provider.fail(
                ProviderCall.COLLECT_DOCUMENTS, new ProviderFailure.SourceDown(VendorTrace.of(world.provider.id())));
        world.comeBack(id, "code=granted").get();
        world.provider.recover();
        return id;
    });

    private final Function<World, SessionId> way;

    Stage(Function<World, SessionId> way) {
        this.way = way;
    }

    SessionId in(World world) {
        return way.apply(world);
    }

    private static SessionId started(World world, String number) {
        SessionId id = world.consented(Flow.DIRECT_OTP);
        world.service.startDirect(id, Typed.number(number)).get();
        return id;
    }

    private static SessionId after(World world, SessionId id, Duration time) {
        world.pass(time);
        return id;
    }
}
