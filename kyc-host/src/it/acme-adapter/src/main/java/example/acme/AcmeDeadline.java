package example.acme;

import java.time.Duration;

/** The end of a step. All its requests share it, the one for an access token included. */
record AcmeDeadline(long nanos) {

    static AcmeDeadline in(Duration timeout) {
        return new AcmeDeadline(System.nanoTime() + timeout.toNanos());
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }
}
