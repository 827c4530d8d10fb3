package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.Bounds;
import java.time.Duration;
import java.util.List;

/**
 * The limits of a guarded provider.
 *
 * @param circuit the rules of the circuit breaker
 * @param concurrentCalls maximum number of concurrent calls
 * @param windows rate limits; an empty list means no limit
 * @param maxWait how long a call may wait for the concurrency limit, and again for the rate limit; at most one
 *     minute
 * @param repeatWithin a read call that fails with {@code provider.unreachable} within this time is repeated once;
 *     at most one minute, zero disables it
 */
public record GuardConfig(
        CircuitRules circuit, int concurrentCalls, List<Window> windows, Duration maxWait, Duration repeatWithin) {

    static final String CONCURRENT_CALLS = "concurrent-calls";
    static final String MAX_WAIT = "max-wait";
    static final String REPEAT_WITHIN = "repeat-within";

    private static final int MAX_CONCURRENT_CALLS = 10_000;
    private static final Duration WAIT_LIMIT = Duration.ofMinutes(1);
    private static final GuardConfig DEFAULTS =
            new GuardConfig(CircuitRules.DEFAULTS, 64, List.of(), Duration.ofSeconds(1), Duration.ofSeconds(2));

    public GuardConfig {
        windows = List.copyOf(windows);
        Bounds.requireWithin(1, MAX_CONCURRENT_CALLS, CONCURRENT_CALLS, concurrentCalls);
        Bounds.requireWithin(Duration.ZERO, WAIT_LIMIT, MAX_WAIT, maxWait);
        Bounds.requireWithin(Duration.ZERO, WAIT_LIMIT, REPEAT_WITHIN, repeatWithin);
    }

    /** The defaults. They contain no rate limits, because these depend on the contract with the provider. */
    public static GuardConfig defaults() {
        return DEFAULTS;
    }

    /** The longest wait of one call: for the concurrency limit, then for the rate limit. */
    Duration maxTotalWait() {
        return maxWait.multipliedBy(2);
    }

    /** A copy with these circuit breaker rules. */
    public GuardConfig withCircuit(CircuitRules rules) {
        return new GuardConfig(rules, concurrentCalls, windows, maxWait, repeatWithin);
    }

    /** A copy with these rate limits. */
    public GuardConfig withWindows(Window... bounds) {
        return new GuardConfig(circuit, concurrentCalls, List.of(bounds), maxWait, repeatWithin);
    }

    /** A copy with this number of concurrent calls. */
    public GuardConfig withConcurrentCalls(int calls) {
        return new GuardConfig(circuit, calls, windows, maxWait, repeatWithin);
    }

    /** A copy with this maximum wait. */
    public GuardConfig withMaxWait(Duration limit) {
        return new GuardConfig(circuit, concurrentCalls, windows, limit, repeatWithin);
    }

    /**
     * The rules of the circuit breaker.
     *
     * @param failureRate percentage of failed calls that opens the circuit
     * @param slowRate percentage of slow calls that opens the circuit
     * @param slowCall duration from which a call counts as slow
     * @param sample number of latest calls that are evaluated
     * @param leastCalls minimum number of calls before the rates are evaluated
     * @param openFor how long the circuit stays open
     * @param trialCalls number of trial calls that decide whether it closes again
     */
    public record CircuitRules(
            int failureRate,
            int slowRate,
            Duration slowCall,
            int sample,
            int leastCalls,
            Duration openFor,
            int trialCalls) {

        static final String FAILURE_RATE = "failure-rate";
        static final String SLOW_RATE = "slow-rate";
        static final String SLOW_CALL = "slow-call";
        static final String SAMPLE = "sample";
        static final String LEAST_CALLS = "least-calls";
        static final String OPEN_FOR = "open-for";
        static final String TRIAL_CALLS = "trial-calls";

        static final CircuitRules DEFAULTS =
                new CircuitRules(50, 80, Duration.ofSeconds(20), 20, 10, Duration.ofSeconds(30), 3);

        private static final int MAX_CALLS = 10_000;
        private static final int ONE_HUNDRED_PERCENT = 100;

        public CircuitRules {
            Bounds.requireWithin(1, ONE_HUNDRED_PERCENT, FAILURE_RATE, failureRate);
            Bounds.requireWithin(1, ONE_HUNDRED_PERCENT, SLOW_RATE, slowRate);
            Bounds.requireWithin(Duration.ofSeconds(1), Duration.ofHours(1), SLOW_CALL, slowCall);
            Bounds.requireWithin(1, MAX_CALLS, SAMPLE, sample);
            Bounds.requireWithin(1, sample, LEAST_CALLS, leastCalls);
            Bounds.requireWithin(Duration.ofSeconds(1), Duration.ofHours(1), OPEN_FOR, openFor);
            Bounds.requireWithin(1, MAX_CALLS, TRIAL_CALLS, trialCalls);
        }
    }

    /**
     * A rate limit: a number of calls in a period.
     *
     * @param name the name of its setting, such as {@code calls-per-minute}
     */
    public record Window(String name, int calls, Duration length) {

        static final String PER_SECOND = "calls-per-second";
        static final String PER_MINUTE = "calls-per-minute";
        static final String PER_DAY = "calls-per-day";

        private static final int MAX_CALLS = 100_000_000;

        public Window {
            Bounds.requireWithin(1, MAX_CALLS, name, calls);
        }

        /** Calls per second. */
        public static Window perSecond(int calls) {
            return new Window(PER_SECOND, calls, Duration.ofSeconds(1));
        }

        /** Calls per minute. */
        public static Window perMinute(int calls) {
            return new Window(PER_MINUTE, calls, Duration.ofMinutes(1));
        }

        /** Calls per 24 hours. */
        public static Window perDay(int calls) {
            return new Window(PER_DAY, calls, Duration.ofDays(1));
        }
    }
}
