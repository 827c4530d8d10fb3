package dev.kycport.adapter.resilience4j;

import dev.kycport.adapter.resilience4j.GuardConfig.Window;
import dev.kycport.ports.Health;
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
 * So many requests in a second, a minute, a day: a call takes the turns of all its requests in every window or in none, and waits
 * a little for them. One that has more requests than a window has turns takes them all.
 * Bucket4j rather than Resilience4j's rate limiter, which knows one window, so that a call refused by the second of two has
 * used up the first, and which always reads the system's clock.
 */
final class Pace {

    private final List<Window> windows;
    private final Duration maxWait;
    private final BlockingStrategy waiting;
    private final Optional<Bucket> bucket;

    Pace(List<Window> windows, Duration maxWait, InstantSource time, BlockingStrategy waiting) {
        this.windows = windows;
        this.maxWait = maxWait;
        this.waiting = waiting;
        this.bucket = windows.isEmpty() ? Optional.empty() : Optional.of(bucket(windows, time));
    }

    /** Nothing if it is the call's turn, if need be after waiting; else how long it would still have to wait. */
    Optional<Duration> refusal(int requests) {
        int wanted = turns(requests);
        return bucket.filter(turns -> wanted > 0 && !isInTime(turns, wanted))
                .map(turns ->
                        Duration.ofNanos(turns.estimateAbilityToConsume(wanted).getNanosToWaitForRefill()));
    }

    /** Gives back what a call took for so many requests and did not need, since it made only these. */
    void giveBack(int requests, int made) {
        int unused = turns(requests) - turns(made);
        bucket.filter(turns -> unused > 0).ifPresent(turns -> turns.addTokens(unused));
    }

    List<Health.Limit> limits() {
        return bucket.map(this::limits).orElse(List.of());
    }

    private int turns(int requests) {
        return windows.stream().mapToInt(Window::calls).reduce(requests, Math::min);
    }

    private boolean isInTime(Bucket turns, int wanted) {
        try {
            return maxWait.isZero()
                    ? turns.tryConsume(wanted)
                    : turns.asBlocking().tryConsume(wanted, maxWait, waiting);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<Health.Limit> limits(Bucket turns) {
        long[] left = turns.asVerbose().getAvailableTokens().getDiagnostics().getAvailableTokensPerEachBandwidth();
        return IntStream.range(0, windows.size())
                .mapToObj(at -> limit(windows.get(at), left[at]))
                .toList();
    }

    // Turns that calls are waiting for are owed, so there can be fewer than none.
    private static Health.Limit limit(Window window, long left) {
        return new Health.Limit(window.name(), window.calls(), (int) Math.max(0, Math.min(left, window.calls())));
    }

    private static Bucket bucket(List<Window> windows, InstantSource time) {
        LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(new Passing(time));
        windows.forEach(window -> builder.addLimit(
                limit -> limit.capacity(window.calls()).refillIntervally(window.calls(), window.length())));
        return builder.build();
    }

    // Sums up the steps ahead, so that windows go on being refilled by a clock that was set back.
    private static final class Passing implements TimeMeter {

        private final InstantSource source;
        private Instant last;
        private long passed;

        Passing(InstantSource source) {
            this.source = source;
            this.last = source.instant();
        }

        @Override
        public synchronized long currentTimeNanos() {
            Instant now = source.instant();
            passed += Math.max(0, Duration.between(last, now).toNanos());
            last = now;
            return passed;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
