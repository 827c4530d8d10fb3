package dev.kycport.app.wiring;

import dev.kycport.app.Surroundings;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The machine's own clock and randomness. */
public final class SystemSurroundings {

    private SystemSurroundings() {}

    /** The system's clock and its secure random numbers. */
    public static Surroundings create() {
        SecureRandom random = new SecureRandom();
        return new Surroundings(InstantSource.system(), size -> {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            return bytes;
        });
    }
}
