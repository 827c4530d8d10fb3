package dev.kycport.adapter.resilience4j;

import dev.kycport.ports.observe.ProviderHealth;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;

/** Limits concurrent calls, so that a slow provider cannot block all threads of the host. */
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

    /** Whether a permit was free or became free in time; a permit must be returned by {@link #release}. */
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
