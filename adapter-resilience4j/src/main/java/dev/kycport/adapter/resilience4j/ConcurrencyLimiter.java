package dev.kycport.adapter.resilience4j;

import dev.kycport.ports.observe.ProviderHealth;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;

/** So many calls at once, so that a provider that has become slow does not take every thread of the host with it. */
final class ConcurrencyLimiter {

    private final Bulkhead bulkhead;

    ConcurrencyLimiter(GuardConfig rules) {
        bulkhead = Bulkhead.of(
                GuardConfig.CONCURRENT_CALLS,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(rules.concurrentCalls())
                        .maxWaitDuration(rules.maxWait())
                        .build());
    }

    /** Whether a place was free, or became free in time; one that was taken is owed to {@link #release}. */
    boolean tryAcquire() {
        return bulkhead.tryAcquirePermission();
    }

    void release() {
        bulkhead.onComplete();
    }

    ProviderHealth.Limit limit() {
        Bulkhead.Metrics now = bulkhead.getMetrics();
        return new ProviderHealth.Limit(
                GuardConfig.CONCURRENT_CALLS, now.getMaxAllowedConcurrentCalls(), now.getAvailableConcurrentCalls());
    }
}
