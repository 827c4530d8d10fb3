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
import java.util.stream.Collectors;

/** Runs direct-OTP sessions of five steps through the service and records the time of each step. Not thread-safe. */
final class SessionDriver {

    private static final ConsentNotice NOTICE =
            new ConsentNotice("account-opening v3", "en-IN", "To open your account we ask UIDAI for your name.");

    // A test number of UIDAI.
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

    /** Runs one session from its opening until the host has the identity. */
    SessionId runSession() {
        SessionRequest request = SessionRequest.parse("direct-otp", subject(), "opening an account", NOTICE)
                .get();
        SessionId id = timed(() -> service.open(request).get().session().id());
        timed(() -> service.giveConsent(id, ConsentMethod.BUTTON).get());
        timed(() -> service.startDirectOtp(id, number).get());
        timed(() -> service.submitCode(id, code).get());
        timed(() -> service.complete(id).get());
        return id;
    }

    // In letters, because a long run of digits is refused: it could be an Aadhaar number.
    private String subject() {
        return random.ints(16, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining("", "customer-", ""));
    }

    /** The time of each step. */
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
