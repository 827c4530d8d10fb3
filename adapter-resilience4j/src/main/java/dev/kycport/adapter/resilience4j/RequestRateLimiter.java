package dev.kycport.adapter.resilience4j;

import dev.kycport.adapter.resilience4j.GuardConfig.Window;
import dev.kycport.ports.observe.ProviderHealth;
import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Limits requests per second, minute and day. A call acquires the permits of all its requests in every window or in
 * none, and waits a short time for them. A call with more requests than a window allows takes all of them. It uses
 * Bucket4j, because Resilience4j's rate limiter has one window, so a call rejected by the second of two would use a
 * permit of the first, and it always reads the system clock.
 */
final class RequestRateLimiter {

    private final List<Window> windows;
    private final Duration maxWait;
    private final BlockingStrategy blockingStrategy;
    private final Optional<Bucket> bucket;

    RequestRateLimiter(List<Window> windows, Duration maxWait, InstantSource time, BlockingStrategy blockingStrategy) {
        this.windows = windows;
        this.maxWait = maxWait;
        this.blockingStrategy = blockingStrategy;
        this.bucket = windows.isEmpty() ? Optional.empty() : Optional.of(bucket(windows, time));
    }

    /**
     * Acquires permits, after waiting if necessary; if it fails, returns how long the call would still have to wait.
     */
    Optional<Duration> acquire(int requests) {
        int tokens = capToWindows(requests);
        return bucket.filter(tokenBucket -> tokens > 0 && !tryAcquire(tokenBucket, tokens))
                .map(tokenBucket -> Duration.ofNanos(
                        tokenBucket.estimateAbilityToConsume(tokens).getNanosToWaitForRefill()));
    }

    /** Returns the unused permits of a call that acquired {@code requests} and made only {@code made}. */
    void refund(int requests, int made) {
        int unused = capToWindows(requests) - capToWindows(made);
        bucket.filter(tokenBucket -> unused > 0).ifPresent(tokenBucket -> tokenBucket.addTokens(unused));
    }

    List<ProviderHealth.Limit> limits() {
        return bucket.map(this::limits).orElse(List.of());
    }

    private int capToWindows(int requests) {
        return windows.stream().mapToInt(Window::calls).reduce(requests, Math::min);
    }

    private boolean tryAcquire(Bucket tokenBucket, int tokens) {
        try {
            return maxWait.isZero()
                    ? tokenBucket.tryConsume(tokens)
                    : tokenBucket.asBlocking().tryConsume(tokens, maxWait, blockingStrategy);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<ProviderHealth.Limit> limits(Bucket tokenBucket) {
        long[] available =
                tokenBucket.asVerbose().getAvailableTokens().getDiagnostics().getAvailableTokensPerEachBandwidth();
        return IntStream.range(0, windows.size())
                .mapToObj(index -> limit(windows.get(index), available[index]))
                .toList();
    }

    // Negative while calls wait for permits.
    private static ProviderHealth.Limit limit(Window window, long available) {
        return new ProviderHealth.Limit(
                window.name(), window.calls(), (int) Math.max(0, Math.min(available, window.calls())));
    }

    private static Bucket bucket(List<Window> windows, InstantSource time) {
        LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(new MonotonicTimeMeter(time));
        windows.forEach(window -> builder.addLimit(
                limit -> limit.capacity(window.calls()).refillIntervally(window.calls(), window.length())));
        return builder.build();
    }

    // Adds up forward steps only, so that windows are refilled even if the clock was set back.
    private static final class MonotonicTimeMeter implements TimeMeter {

        private final InstantSource clock;
        private Instant last;
        private long elapsedNanos;

        MonotonicTimeMeter(InstantSource source) {
            this.clock = source;
            this.last = source.instant();
        }

        @Override
        public synchronized long currentTimeNanos() {
            Instant now = clock.instant();
            elapsedNanos += Math.max(0, Duration.between(last, now).toNanos());
            last = now;
            return elapsedNanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
