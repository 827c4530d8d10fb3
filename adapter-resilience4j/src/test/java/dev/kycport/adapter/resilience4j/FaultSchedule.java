package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.tck.sample.SampleValues;
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
final class FaultSchedule implements Function<ProviderCall, FaultyProvider.Fault> {

    private static final List<Function<VendorTrace, ProviderFailure>> FAILURES = List.of(
            ProviderFailure::unreachable,
            ProviderFailure::timedOut,
            trace -> ProviderFailure.throttled(trace, Optional.empty()),
            ProviderFailure::credentials,
            ProviderFailure::quota,
            ProviderFailure::refused,
            trace -> ProviderFailure.unintelligible(trace, UnintelligibleReason.MALFORMED),
            ProviderFailure::sourceDown,
            ProviderFailure::sourceTimedOut);

    /**
     * For how many calls of a hundred it is bad.
     *
     * @param failing how many fail
     * @param crawling how many take long
     */
    record FaultPeriod(int failing, int crawling) {

        static final FaultPeriod FAIR = new FaultPeriod(0, 0);

        static FaultPeriod any(Random random) {
            int failing = random.nextBoolean() ? 0 : random.nextInt(100);
            return new FaultPeriod(failing, random.nextInt(3) == 0 ? random.nextInt(100) : 0);
        }
    }

    private final Supplier<Random> chance;
    private final Supplier<FaultPeriod> now;

    private FaultSchedule(Supplier<Random> chance, Supplier<FaultPeriod> now) {
        this.chance = chance;
        this.now = now;
    }

    /** Weather that changes every forty calls or so; for one thread. */
    static FaultSchedule changingWithCalls(Random random) {
        AtomicReference<FaultPeriod> spell = new AtomicReference<>(FaultPeriod.FAIR);
        return new FaultSchedule(
                () -> random,
                () -> spell.updateAndGet(last -> random.nextInt(40) == 0 ? FaultPeriod.any(random) : last));
    }

    /** Weather that changes with the minutes, the same for everyone whose clock shows the same. */
    static FaultSchedule changingWithTime(long seed, Supplier<SimulatedVisitor> visit) {
        return new FaultSchedule(() -> visit.get().random(), () -> {
            long minute = visit.get().clock().instant().getEpochSecond() / 60;
            return FaultPeriod.any(new Random(seed + minute * 7919));
        });
    }

    @Override
    public FaultyProvider.Fault apply(ProviderCall call) {
        FaultPeriod faultPeriod = now.get();
        Random random = chance.get();
        Duration takes = Duration.ofSeconds(random.nextInt(100) < faultPeriod.crawling() ? 1 + random.nextInt(25) : 0);
        return random.nextInt(100) < faultPeriod.failing()
                ? failingFault(random, takes)
                : FaultyProvider.Fault.slow(takes);
    }

    // If the failure proves that nothing was sent, the call has no effect; otherwise it may have one.
    private static FaultyProvider.Fault failingFault(Random random, Duration takes) {
        Function<VendorTrace, ProviderFailure> failure = FAILURES.get(random.nextInt(FAILURES.size()));
        boolean delivered = failure.apply(SampleValues.anyTrace()).mayHaveBeenDelivered() && random.nextBoolean();
        return new FaultyProvider.Fault(Optional.of(failure), delivered, takes);
    }
}
