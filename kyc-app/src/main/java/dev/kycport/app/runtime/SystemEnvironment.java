package dev.kycport.app.runtime;

import dev.kycport.app.step.KycEnvironment;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The machine's own clock and randomness. */
public final class SystemEnvironment {

    private SystemEnvironment() {}

    /** The system's clock and its secure random numbers. */
    public static KycEnvironment create() {
        SecureRandom random = new SecureRandom();
        return new KycEnvironment(InstantSource.system(), size -> {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            return bytes;
        });
    }
}
