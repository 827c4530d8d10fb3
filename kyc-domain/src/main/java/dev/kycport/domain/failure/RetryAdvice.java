package dev.kycport.domain.failure;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/**
 * Whether doing it again helps.
 *
 * @param kind what to do
 * @param delay how long to wait first; present exactly when the kind is {@link Kind#AFTER}
 */
public record RetryAdvice(Kind kind, Optional<Duration> delay) {

    /** Doing the same again can never help. */
    public static final RetryAdvice NEVER = new RetryAdvice(Kind.NEVER, Optional.empty());
    /** The same step can be done again at once. */
    public static final RetryAdvice NOW = new RetryAdvice(Kind.NOW, Optional.empty());
    /** This session is over or cannot go on; a new one can. */
    public static final RetryAdvice RESTART = new RetryAdvice(Kind.RESTART, Optional.empty());

    private static final Comparator<RetryAdvice> SOONEST_FIRST = Comparator.comparing(
                    (RetryAdvice advice) -> advice.kind == Kind.NEVER)
            .thenComparing(RetryAdvice::kind)
            .thenComparing(advice -> advice.delay.orElse(Duration.ZERO));

    public RetryAdvice {
        if ((kind == Kind.AFTER) != delay.isPresent()) {
            throw new IllegalArgumentException("a delay belongs to AFTER and to nothing else");
        }
    }

    /** The same step can be done again once this much time has passed; negative counts as none. */
    public static RetryAdvice after(Duration delay) {
        return new RetryAdvice(Kind.AFTER, Optional.of(delay.isNegative() ? Duration.ZERO : delay));
    }

    /** Whichever of the two helps sooner: now, after the shorter delay, in a new session, never. */
    public RetryAdvice sooner(RetryAdvice other) {
        return SOONEST_FIRST.compare(this, other) <= 0 ? this : other;
    }

    /** The four answers. */
    public enum Kind {
        NEVER("never"),
        NOW("now"),
        AFTER("after"),
        RESTART("restart");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The stable name used in reports. */
        public String code() {
            return code;
        }
    }
}
