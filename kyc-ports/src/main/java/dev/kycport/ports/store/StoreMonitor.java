package dev.kycport.ports.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a persistent store knows about itself. Safe for use by many threads. */
public interface StoreMonitor {

    /** A store without a clock of its own, about which nothing is known. */
    StoreMonitor NONE = new StoreMonitor() {
        @Override
        public Optional<Instant> clock() {
            return Optional.empty();
        }

        @Override
        public Optional<StoreStatus> status(Instant now) {
            return Optional.empty();
        }
    };

    /** How far the clock of a node may be from the store's, unless the store is configured otherwise. */
    Duration DEFAULT_MAX_CLOCK_SKEW = Duration.ofSeconds(10);

    /**
     * The time of the clock that all nodes of the store share: the database server's. Empty if the store has none, because
     * all its processes run on one machine.
     *
     * @throws StoreUnavailableException if it cannot be asked
     */
    Optional<Instant> clock();

    /** From which difference on a node does nothing that depends on the time. */
    default Duration maxClockSkew() {
        return DEFAULT_MAX_CLOCK_SKEW;
    }

    /**
     * The state of the store now; asking takes a few short statements, one of which takes the locks of a write. Empty if
     * nothing is known.
     *
     * @param now sessions due at or before this instant are counted
     * @throws StoreUnavailableException if it cannot be reached or takes no writes
     */
    Optional<StoreStatus> status(Instant now);
}
