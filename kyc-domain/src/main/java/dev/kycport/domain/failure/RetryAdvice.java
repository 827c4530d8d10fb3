package dev.kycport.domain.failure;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/**
 * Whether repeating a step helps.
 *
 * @param kind what to do
 * @param delay how long to wait first; present exactly for {@link Kind#AFTER}
 */
public record RetryAdvice(Kind kind, Optional<Duration> delay) {

    /** The same step can never succeed. */
    public static final RetryAdvice NEVER = new RetryAdvice(Kind.NEVER, Optional.empty());
    /** The same step can be repeated at once. */
    public static final RetryAdvice NOW = new RetryAdvice(Kind.NOW, Optional.empty());
    /** This session has ended or cannot continue; a new one can. */
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

    /** The same step can be repeated after this delay; a negative delay counts as none. */
    public static RetryAdvice after(Duration delay) {
        return new RetryAdvice(Kind.AFTER, Optional.of(delay.isNegative() ? Duration.ZERO : delay));
    }

    /** The one of the two that allows the earlier retry: now, after the shorter delay, in a new session, never. */
    public RetryAdvice sooner(RetryAdvice other) {
        return SOONEST_FIRST.compare(this, other) <= 0 ? this : other;
    }

    /** The four kinds of advice. */
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
