package dev.kycport.adapter.micrometer;

import dev.kycport.domain.ProviderId;
import dev.kycport.ports.observe.KycMeter;
import dev.kycport.ports.observe.ProviderCallMetrics;
import dev.kycport.ports.observe.ProviderHealth;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The door: counts into a host's registry. */
public final class MicrometerMeter implements KycMeter {

    /** Times calls, by provider, flow, step and outcome. */
    public static final String TIMER = "kyc.provider.call";
    /** Counts calls, by provider, flow, step and outcome. */
    public static final String CALLS = "kyc.provider.calls";
    /** Counts the changes of a circuit, by provider and the state it changed to. */
    public static final String CIRCUIT = "kyc.provider.circuit.transitions";

    /** How many seconds this node's clock is ahead of the database's. */
    public static final String CLOCK_SKEW = "kyc.clock.skew";

    private static final String PROVIDER = "provider";
    private static final String OUTCOME = "outcome";

    private final MeterRegistry registry;
    private final AtomicLong skewMillis = new AtomicLong();

    /** A meter that counts into that registry. */
    public MicrometerMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void recordCall(ProviderCallMetrics call) {
        // Not as Tags: Micrometer 1.15 has no methods that take them.
        Iterable<Tag> tags = Tags.of(
                PROVIDER,
                call.provider().value(),
                "flow",
                call.flow().code(),
                "step",
                call.call().code(),
                OUTCOME,
                call.outcome());
        registry.timer(TIMER, tags).record(call.duration());
        registry.counter(CALLS, tags).increment();
    }

    @Override
    public void recordCircuitChange(ProviderId provider, ProviderHealth.Circuit circuit) {
        registry.counter(CIRCUIT, PROVIDER, provider.value(), OUTCOME, circuit.code())
                .increment();
    }

    // Registered once there is a value: a store without a clock of its own has none.
    @Override
    public void recordClockSkew(Duration skew) {
        skewMillis.set(skew.toMillis());
        Gauge.builder(CLOCK_SKEW, skewMillis, millis -> millis.get() / 1000.0)
                .baseUnit("seconds")
                .register(registry);
    }
}
