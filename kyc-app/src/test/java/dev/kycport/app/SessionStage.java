package dev.kycport.app;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import java.time.Duration;
import java.util.function.Function;

/** Every state in which a session can wait for a person, and how it is reached. */
enum SessionStage {
    OPENED(harness -> harness.opened(Flow.DIRECT_OTP)),
    CONSENTED(harness -> harness.consented(Flow.DIRECT_OTP)),
    CAPTCHA_SHOWN(Harness::captchaShown),
    CAPTCHA_EXPIRED(harness -> after(harness, harness.captchaShown(), Duration.ofMinutes(5))),
    CAPTCHA_SHOWN_AGAIN(harness -> {
        SessionId id = after(harness, harness.captchaSolved(), Harness.GAP);
        harness.service.resend(id).get();
        return id;
    }),
    CODE_SENT(Harness::codeSent),
    CODE_EXPIRED(harness -> after(harness, harness.codeSent(), Duration.ofMinutes(10))),
    CODE_PENDING(harness -> started(harness, TestInputs.PENDING)),
    CODE_IN_DOUBT(harness -> started(harness, TestInputs.TIMED_OUT)),
    OFFERED(Harness::digiLockerOffered),
    CONNECTED(harness -> {
        SessionId id = harness.digiLockerOffered();
        harness.provider.fail(
                ProviderCall.COLLECT_DOCUMENTS, ProviderFailure.sourceDown(VendorTrace.of(harness.provider.id())));
        harness.returnFromDigiLocker(id, "code=granted").get();
        harness.provider.recover();
        return id;
    });

    private final Function<Harness, SessionId> path;

    SessionStage(Function<Harness, SessionId> way) {
        this.path = way;
    }

    SessionId reach(Harness harness) {
        return path.apply(harness);
    }

    private static SessionId started(Harness harness, String number) {
        SessionId id = harness.consented(Flow.DIRECT_OTP);
        harness.service.startDirectOtp(id, TestInputs.number(number)).get();
        return id;
    }

    private static SessionId after(Harness harness, SessionId id, Duration time) {
        harness.pass(time);
        return id;
    }
}
