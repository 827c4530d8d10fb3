package dev.kycport.adapter.resilience4j;

import dev.kycport.ports.Health;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;

/** So many calls at once, so that a provider that has become slow does not take every thread of the host with it. */
final class Places {

    private final Bulkhead bulkhead;

    Places(GuardConfig rules) {
        bulkhead = Bulkhead.of(
                GuardConfig.CONCURRENT_CALLS,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(rules.concurrentCalls())
                        .maxWaitDuration(rules.maxWait())
                        .build());
    }

    /** Whether a place was free, or became free in time; one that was taken is owed to {@link #leave}. */
    boolean take() {
        return bulkhead.tryAcquirePermission();
    }

    void leave() {
        bulkhead.onComplete();
    }

    Health.Limit limit() {
        Bulkhead.Metrics now = bulkhead.getMetrics();
        return new Health.Limit(
                GuardConfig.CONCURRENT_CALLS, now.getMaxAllowedConcurrentCalls(), now.getAvailableConcurrentCalls());
    }
}
