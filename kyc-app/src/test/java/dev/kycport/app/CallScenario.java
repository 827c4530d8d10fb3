package dev.kycport.app;

import dev.kycport.app.step.StepResult;
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
record CallScenario(SessionId session, Supplier<Either<KycFailure, StepResult>> step) {

    static CallScenario before(ProviderCall call, Harness harness) {
        return switch (call) {
            case CONNECT -> of(harness.consented(Flow.CAPTCHA_OTP), harness.service::startCaptcha);
            case RELOAD_CAPTCHA -> of(harness.captchaShown(), harness.service::reloadCaptcha);
            case SEND_CODE -> of(harness.captchaShown(), id -> harness.answer(id, "KYC42"));
            case VERIFY_CODE -> of(harness.codeSent(), id -> harness.submit(id, TestInputs.RIGHT));
            case OFFER_AUTHORIZATION -> of(harness.consented(Flow.DIGILOCKER), harness::offer);
            case TAKE_UP_AUTHORIZATION ->
                of(harness.digiLockerOffered(), id -> harness.returnFromDigiLocker(id, "code=granted"));
            case COLLECT_DOCUMENTS -> of(SessionStage.CONNECTED.reach(harness), harness.service::fetchDocuments);
        };
    }

    /** Makes the call. */
    Either<KycFailure, StepResult> run() {
        return step.get();
    }

    private static CallScenario of(SessionId session, Function<SessionId, Either<KycFailure, StepResult>> step) {
        return new CallScenario(session, () -> step.apply(session));
    }
}
