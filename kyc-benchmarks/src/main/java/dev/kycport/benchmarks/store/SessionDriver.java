package dev.kycport.benchmarks.store;

import dev.kycport.app.KycService;
import dev.kycport.app.step.SessionRequest;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Leads direct-OTP sessions through the service, five steps each, and keeps the time of every step. One thread's own. */
final class SessionDriver {

    private static final ConsentNotice NOTICE =
            new ConsentNotice("account-opening v3", "en-IN", "To open your account we ask UIDAI for your name.");

    // One of UIDAI's numbers for tests.
    private static final String NUMBER = "999941057058";

    private final KycService service;
    private final IdentityNumber number;
    private final OtpCode code = OtpCode.parse("123456").get();
    private final Random random;
    private final List<Long> nanos = new ArrayList<>();

    SessionDriver(KycService service, Random random) {
        this.service = service;
        this.random = random;
        this.number = service.number(NUMBER).get();
    }

    /** Leads one session from its opening until the host has the identity. */
    SessionId runSession() {
        SessionRequest request = SessionRequest.parse(
                        "direct-otp", "customer-" + Long.toHexString(random.nextLong()), "opening an account", NOTICE)
                .get();
        SessionId id = timed(() -> service.open(request).get().session().id());
        timed(() -> service.giveConsent(id, ConsentMethod.BUTTON).get());
        timed(() -> service.startDirectOtp(id, number).get());
        timed(() -> service.submitCode(id, code).get());
        timed(() -> service.complete(id).get());
        return id;
    }

    /** How long each step took. */
    List<Long> stepNanos() {
        return nanos;
    }

    private <T> T timed(Supplier<T> step) {
        long start = System.nanoTime();
        T result = step.get();
        nanos.add(System.nanoTime() - start);
        return result;
    }
}
