package dev.kycport.app;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Right before a provider is called.
 *
 * @param session as it is then
 * @param step the one that makes the call
 */
record Moment(SessionId session, Supplier<Either<KycFailure, Progress>> step) {

    static Moment before(ProviderCall call, World world) {
        return switch (call) {
            case CONNECT -> at(world.consented(Flow.CAPTCHA_OTP), world.service::startCaptcha);
            case RELOAD_CAPTCHA -> at(world.shown(), world.service::reloadCaptcha);
            case SEND_CODE -> at(world.shown(), id -> world.answer(id, "KYC42"));
            case VERIFY_CODE -> at(world.sent(), id -> world.submit(id, Typed.RIGHT));
            case OFFER_AUTHORIZATION -> at(world.consented(Flow.DIGILOCKER), world::offer);
            case TAKE_UP_AUTHORIZATION -> at(world.offered(), id -> world.comeBack(id, "code=granted"));
            case COLLECT_DOCUMENTS -> at(Stage.CONNECTED.in(world), world.service::collect);
        };
    }

    /** Makes the call. */
    Either<KycFailure, Progress> take() {
        return step.get();
    }

    private static Moment at(SessionId session, Function<SessionId, Either<KycFailure, Progress>> step) {
        return new Moment(session, () -> step.apply(session));
    }
}
