package dev.kycport.adapter.resilience4j;

import dev.kycport.adapter.resilience4j.GuardConfig.CircuitRules;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.observe.KycMeter;
import dev.kycport.ports.observe.ProviderCallMetrics;
import dev.kycport.ports.observe.ProviderHealth;
import dev.kycport.ports.spi.GuardedProvider;
import dev.kycport.tck.sample.MovableClock;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A guarded provider in a test's hands, on a clock that stands still and moves only where a call waits. */
final class GuardHarness implements KycMeter {

    /** Half of four calls open the circuit for ten seconds, then two decide. */
    static final CircuitRules QUICK = new CircuitRules(50, 50, Duration.ofSeconds(5), 4, 4, Duration.ofSeconds(10), 2);

    final MovableClock clock = MovableClock.atSampleTime();
    final FaultyProvider provider = new FaultyProvider("moody", clock);
    final List<ProviderHealth.Circuit> transitions = new ArrayList<>();
    final List<Duration> waits = new ArrayList<>();
    final GuardedProvider guarded;
    private Runnable duringWaits = () -> {};

    GuardHarness(GuardConfig config) {
        guarded = ResilienceGuard.guard(provider, config, clock, this, this::park);
    }

    static GuardHarness withQuickCircuit() {
        return new GuardHarness(GuardConfig.defaults().withCircuit(QUICK));
    }

    Either<ProviderFailure, ?> call(ProviderCall call) {
        return TestCalls.call(guarded, call);
    }

    /** So many codes are asked for. */
    List<Either<ProviderFailure, ?>> send(int times) {
        return IntStream.range(0, times)
                .<Either<ProviderFailure, ?>>mapToObj(time -> call(ProviderCall.SEND_CODE))
                .toList();
    }

    /** How many calls reached the provider. */
    int callsReceived() {
        return provider.calls().size();
    }

    ProviderHealth.Circuit circuit() {
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
    public void recordCall(ProviderCallMetrics call) {}

    @Override
    public void recordCircuitChange(ProviderId provider, ProviderHealth.Circuit circuit) {
        transitions.add(circuit);
    }
}
