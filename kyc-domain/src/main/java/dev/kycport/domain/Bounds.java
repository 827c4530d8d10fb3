package dev.kycport.domain;

import java.time.Duration;

/**
 * Checks that a policy lies within its safe limits. A setting outside them is refused when the configuration is read.
 */
public final class Bounds {

    private Bounds() {}

    /** The value, if it lies between the two inclusive limits. */
    public static int requireWithin(int lowest, int highest, String what, int value) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(what + " must be from " + lowest + " to " + highest);
        }
        return value;
    }

    /** The value, if it lies between the two inclusive limits. */
    public static Duration requireWithin(Duration shortest, Duration longest, String what, Duration value) {
        if (value.compareTo(shortest) < 0 || value.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    what + " must be from " + shortest.toSeconds() + " s to " + longest.toSeconds() + " s");
        }
        return value;
    }
}
