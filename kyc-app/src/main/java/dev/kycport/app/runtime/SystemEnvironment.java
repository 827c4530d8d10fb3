package dev.kycport.app.runtime;

import dev.kycport.app.step.KycEnvironment;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The system clock and secure randomness. */
public final class SystemEnvironment {

    private SystemEnvironment() {}

    /** The environment for production. */
    public static KycEnvironment create() {
        SecureRandom random = new SecureRandom();
        return new KycEnvironment(InstantSource.system(), size -> {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            return bytes;
        });
    }
}
