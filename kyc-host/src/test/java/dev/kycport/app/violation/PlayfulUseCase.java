package dev.kycport.app.violation;

import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Takes randomness in every way there is. */
public final class PlayfulUseCase {

    private PlayfulUseCase() {}

    static UUID name() {
        return UUID.randomUUID();
    }

    static Random random() {
        return new Random();
    }

    static Random secure() {
        return new SecureRandom();
    }

    static Random local() {
        return ThreadLocalRandom.current();
    }

    static double number() {
        return Math.random();
    }
}
