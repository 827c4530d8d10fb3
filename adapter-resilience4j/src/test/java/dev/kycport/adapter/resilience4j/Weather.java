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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Moods that come and go: a provider works for a while, then fails most of the time, then crawls, then works again. Whether a
 * spell of weather ends with a call or with a minute, it is the same every time.
 */
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

    /**
     * For how many calls of a hundred it is bad.
     *
     * @param failing how many fail
     * @param crawling how many take long
     */
    record Spell(int failing, int crawling) {

        static final Spell FAIR = new Spell(0, 0);

        static Spell any(Random random) {
            int failing = random.nextBoolean() ? 0 : random.nextInt(100);
            return new Spell(failing, random.nextInt(3) == 0 ? random.nextInt(100) : 0);
        }
    }

    private final Supplier<Random> chance;
    private final Supplier<Spell> now;

    private Weather(Supplier<Random> chance, Supplier<Spell> now) {
        this.chance = chance;
        this.now = now;
    }

    /** Weather that changes every forty calls or so; for one thread. */
    static Weather changingWithCalls(Random random) {
        AtomicReference<Spell> spell = new AtomicReference<>(Spell.FAIR);
        return new Weather(
                () -> random, () -> spell.updateAndGet(last -> random.nextInt(40) == 0 ? Spell.any(random) : last));
    }

    /** Weather that changes with the minutes, the same for everyone whose clock shows the same. */
    static Weather changingWithTime(long seed, Supplier<Visit> visit) {
        return new Weather(() -> visit.get().random(), () -> {
            long minute = visit.get().clock().instant().getEpochSecond() / 60;
            return Spell.any(new Random(seed + minute * 7919));
        });
    }

    @Override
    public Moody.Mood apply(ProviderCall call) {
        Spell spell = now.get();
        Random random = chance.get();
        Duration takes = Duration.ofSeconds(random.nextInt(100) < spell.crawling() ? 1 + random.nextInt(25) : 0);
        return random.nextInt(100) < spell.failing() ? storm(random, takes) : Moody.Mood.slow(takes);
    }

    // A failure that proves nothing was sent tells the truth; any other may come after the deed.
    private static Moody.Mood storm(Random random, Duration takes) {
        Function<VendorTrace, ProviderFailure> failure = FAILURES.get(random.nextInt(FAILURES.size()));
        boolean delivered = failure.apply(Sample.anyTrace()).mayHaveBeenDelivered() && random.nextBoolean();
        return new Moody.Mood(Optional.of(failure), delivered, takes);
    }
}
