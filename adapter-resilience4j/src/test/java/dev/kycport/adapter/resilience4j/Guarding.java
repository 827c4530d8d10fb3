package dev.kycport.adapter.resilience4j;

import dev.kycport.adapter.resilience4j.GuardConfig.CircuitRules;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.CallMade;
import dev.kycport.ports.GuardedProvider;
import dev.kycport.ports.Health;
import dev.kycport.ports.KycMeter;
import dev.kycport.tck.MovableClock;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A guarded provider in a test's hands, on a clock that stands still and moves only where a call waits. */
final class Guarding implements KycMeter {

    /** Half of four calls open the circuit for ten seconds, then two decide. */
    static final CircuitRules QUICK = new CircuitRules(50, 50, Duration.ofSeconds(5), 4, 4, Duration.ofSeconds(10), 2);

    final MovableClock clock = MovableClock.usual();
    final Moody provider = new Moody("moody", clock);
    final List<Health.Circuit> moves = new ArrayList<>();
    final List<Duration> waits = new ArrayList<>();
    final GuardedProvider guarded;
    private Runnable duringWaits = () -> {};

    Guarding(GuardConfig rules) {
        guarded = ResilienceGuard.guard(provider, rules, clock, this, this::park);
    }

    static Guarding quick() {
        return new Guarding(GuardConfig.usual().with(QUICK));
    }

    Either<ProviderFailure, ?> ask(ProviderCall call) {
        return Asked.of(guarded, call);
    }

    /** So many codes are asked for. */
    List<Either<ProviderFailure, ?>> send(int times) {
        return IntStream.range(0, times)
                .<Either<ProviderFailure, ?>>mapToObj(time -> ask(ProviderCall.SEND_CODE))
                .toList();
    }

    /** How many calls reached the provider. */
    int arrived() {
        return provider.calls().size();
    }

    Health.Circuit circuit() {
        return guarded.health().circuit();
    }

    /** This happens whenever a call waits for its turn. */
    void duringWaits(Runnable event) {
        duringWaits = event;
    }

    private void park(long nanos) {
        duringWaits.run();
        waits.add(Duration.ofNanos(nanos));
        clock.advance(Duration.ofNanos(nanos));
    }

    @Override
    public void called(CallMade call) {}

    @Override
    public void moved(ProviderId provider, Health.Circuit circuit) {
        moves.add(circuit);
    }
}
