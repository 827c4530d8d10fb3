package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.Oddity;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.tck.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** Moods that come and go: a provider works for a while, then fails most of the time, then crawls, then works again. */
final class Weather implements Function<ProviderCall, Moody.Mood> {

    private static final List<Function<VendorTrace, ProviderFailure>> FAILURES = List.of(
            ProviderFailure.Unreachable::new,
            ProviderFailure.TimedOut::new,
            trace -> new ProviderFailure.Throttled(trace, Optional.empty()),
            ProviderFailure.Credentials::new,
            ProviderFailure.Quota::new,
            ProviderFailure.Refused::new,
            trace -> new ProviderFailure.Unintelligible(trace, Oddity.MALFORMED),
            ProviderFailure.SourceDown::new,
            ProviderFailure.SourceTimedOut::new);

    private final Random random;
    private int failing;
    private int crawling;

    Weather(Random random) {
        this.random = random;
    }

    @Override
    public Moody.Mood apply(ProviderCall call) {
        if (random.nextInt(40) == 0) {
            failing = random.nextBoolean() ? 0 : random.nextInt(100);
            crawling = random.nextInt(3) == 0 ? random.nextInt(100) : 0;
        }
        Duration takes = Duration.ofSeconds(random.nextInt(100) < crawling ? 1 + random.nextInt(25) : 0);
        return random.nextInt(100) < failing ? storm(takes) : Moody.Mood.slow(takes);
    }

    // A failure that proves nothing was sent tells the truth; any other may come after the deed.
    private Moody.Mood storm(Duration takes) {
        Function<VendorTrace, ProviderFailure> failure = FAILURES.get(random.nextInt(FAILURES.size()));
        boolean delivered = failure.apply(Sample.anyTrace()).mayHaveBeenDelivered() && random.nextBoolean();
        return new Moody.Mood(Optional.of(failure), delivered, takes);
    }
}
