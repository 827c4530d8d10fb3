package dev.kycport.app.internal.maintenance;

import dev.kycport.app.step.KycEnvironment;
import dev.kycport.ports.observe.KycMeter;
import dev.kycport.ports.store.StoreMonitor;
import dev.kycport.ports.store.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the clock of this node with the one that all nodes share, the database's. A node that is minutes ahead would take a
 * call under way for lost, send a second code, and erase identities early; it therefore does nothing that depends on the time.
 */
public final class ClockCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ClockCheck.class);

    /** From which difference on a warning is logged. */
    private static final Duration WARN_FROM = Duration.ofSeconds(2);

    private final StoreMonitor monitor;
    private final KycEnvironment environment;
    private final KycMeter meter;
    private volatile @Nullable Comparison last;

    public ClockCheck(StoreMonitor monitor, KycEnvironment environment, KycMeter meter) {
        this.monitor = monitor;
        this.environment = environment;
        this.meter = meter;
    }

    /**
     * Compares the clocks.
     *
     * @return how far this node is ahead; negative if it is behind; empty if the store has no clock of its own
     * @throws StoreUnavailableException if the database cannot be asked
     */
    public synchronized Optional<Duration> compare() {
        Instant before = environment.now();
        Optional<Instant> shared = monitor.clock();
        Instant after = environment.now();
        Optional<Duration> skew = shared.map(time -> skew(before, time, after));
        logChange(Optional.ofNullable(last).flatMap(Comparison::skew), skew);
        last = new Comparison(after, skew);
        skew.ifPresent(meter::recordClockSkew);
        return skew;
    }

    /**
     * Requires that the clocks agree. The database is asked again if the last answer is older, by this node's clock, than the
     * difference that is allowed: a clock that jumps further is noticed at once.
     *
     * @throws StoreUnavailableException if they differ too much, or the database cannot be asked
     */
    public void requireAgreement() {
        Instant now = environment.now();
        Comparison known = last;
        Optional<Duration> skew =
                known != null && known.isRecent(now, monitor.maxClockSkew()) ? known.skew() : compare();
        skew.filter(this::isTooFar).ifPresent(tooFar -> {
            throw new StoreUnavailableException("the clock of this node is " + describe(tooFar)
                    + ", more than kyc.store.max-clock-skew: nothing is done until NTP has set it right");
        });
    }

    /** The last known difference. */
    public Optional<Duration> lastSkew() {
        return Optional.ofNullable(last).flatMap(Comparison::skew);
    }

    // The database answered at some moment between both readings: only what lies outside is certainly a difference.
    private static Duration skew(Instant before, Instant shared, Instant after) {
        if (shared.isBefore(before)) {
            return Duration.between(shared, before);
        }
        return shared.isAfter(after) ? Duration.between(shared, after) : Duration.ZERO;
    }

    private void logChange(Optional<Duration> previous, Optional<Duration> skew) {
        boolean wasFar = previous.filter(ClockCheck::isWorthAWarning).isPresent();
        Optional<Duration> far = skew.filter(ClockCheck::isWorthAWarning);
        if (far.isPresent() && (!wasFar || isTooFar(far.get()) != isTooFar(previous.orElseThrow()))) {
            LOG.warn(
                    "the clock of this node is {}: {}; synchronise it by NTP",
                    describe(far.get()),
                    isTooFar(far.get()) ? "no step is taken and nothing is reconciled or purged" : "steps go on");
        } else if (wasFar && far.isEmpty()) {
            LOG.info("the clock of this node agrees with the database's again");
        }
    }

    private static boolean isWorthAWarning(Duration skew) {
        return skew.abs().compareTo(WARN_FROM) >= 0;
    }

    private boolean isTooFar(Duration skew) {
        return skew.abs().compareTo(monitor.maxClockSkew()) > 0;
    }

    private static String describe(Duration skew) {
        return skew.abs().toMillis() / 1000.0 + " s " + (skew.isNegative() ? "behind" : "ahead of") + " the database's";
    }

    private record Comparison(Instant at, Optional<Duration> skew) {

        boolean isRecent(Instant now, Duration maxAge) {
            return !now.isBefore(at) && !now.isAfter(at.plus(maxAge));
        }
    }
}
