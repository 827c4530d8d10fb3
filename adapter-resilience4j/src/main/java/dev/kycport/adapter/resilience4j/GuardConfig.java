package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.Bounds;
import java.time.Duration;
import java.util.List;

/**
 * By which rules a provider is guarded.
 *
 * @param circuit when it is left alone
 * @param concurrentCalls how many calls may run at once
 * @param windows how many calls may be made in which time; none means as many as come
 * @param maxWait how long a call may wait for a place, and again for its turn in the windows, up to a minute
 * @param repeatWithin how quickly {@code provider.unreachable} must have come for a reading call to be made again, up to a
 *     minute; zero for never
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

    /** What holds where nothing is configured: no windows, since only the contract with a provider knows them. */
    public static GuardConfig defaults() {
        return DEFAULTS;
    }

    /** How long one call can wait here at most: for a place, then for its turn. */
    Duration maxTotalWait() {
        return maxWait.multipliedBy(2);
    }

    /** The same with these rules for the circuit. */
    public GuardConfig withCircuit(CircuitRules rules) {
        return new GuardConfig(rules, concurrentCalls, windows, maxWait, repeatWithin);
    }

    /** The same with these windows. */
    public GuardConfig withWindows(Window... bounds) {
        return new GuardConfig(circuit, concurrentCalls, List.of(bounds), maxWait, repeatWithin);
    }

    /** The same with so many calls at once. */
    public GuardConfig withConcurrentCalls(int calls) {
        return new GuardConfig(circuit, calls, windows, maxWait, repeatWithin);
    }

    /** The same with calls waiting that long at most. */
    public GuardConfig withMaxWait(Duration limit) {
        return new GuardConfig(circuit, concurrentCalls, windows, limit, repeatWithin);
    }

    /**
     * When a provider is left alone.
     *
     * @param failureRate which percentage of failed calls opens the circuit
     * @param slowRate which percentage of slow calls opens it
     * @param slowCall how long a call takes that counts as slow
     * @param sample of how many of the latest calls
     * @param leastCalls how many there must have been before anything is concluded
     * @param openFor how long it stays open
     * @param trialCalls how many calls then decide whether it closes
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
     * So many calls in that time.
     *
     * @param name its setting, such as {@code calls-per-minute}
     */
    public record Window(String name, int calls, Duration length) {

        static final String PER_SECOND = "calls-per-second";
        static final String PER_MINUTE = "calls-per-minute";
        static final String PER_DAY = "calls-per-day";

        private static final int MAX_CALLS = 100_000_000;

        public Window {
            Bounds.requireWithin(1, MAX_CALLS, name, calls);
        }

        /** So many calls a second. */
        public static Window perSecond(int calls) {
            return new Window(PER_SECOND, calls, Duration.ofSeconds(1));
        }

        /** So many calls a minute. */
        public static Window perMinute(int calls) {
            return new Window(PER_MINUTE, calls, Duration.ofMinutes(1));
        }

        /** So many calls in twenty-four hours. */
        public static Window perDay(int calls) {
            return new Window(PER_DAY, calls, Duration.ofDays(1));
        }
    }
}
