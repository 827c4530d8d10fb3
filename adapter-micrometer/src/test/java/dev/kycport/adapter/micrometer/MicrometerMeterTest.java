package dev.kycport.adapter.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.ports.observe.ProviderCallMetrics;
import dev.kycport.ports.observe.ProviderHealth;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MicrometerMeterTest {

    private static final ProviderId PROVIDER = new ProviderId("deepvue");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerMeter meter = new MicrometerMeter(registry);

    @Test
    void a_call_is_counted_and_timed_under_the_same_four_tags() {
        meter.recordCall(call(ProviderCallMetrics.OK, Duration.ofMillis(250)));
        meter.recordCall(call(ProviderCallMetrics.OK, Duration.ofMillis(750)));

        assertThat(registry.get(MicrometerMeter.CALLS).counter().count()).isEqualTo(2);
        assertThat(registry.get(MicrometerMeter.TIMER).timer().totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(1000);
        assertThat(registry.getMeters())
                .allSatisfy(made -> assertThat(made.getId().getTags())
                        .containsExactlyInAnyOrder(
                                Tag.of("provider", "deepvue"),
                                Tag.of("flow", "direct-otp"),
                                Tag.of("step", "send-code"),
                                Tag.of("outcome", "ok")));
    }

    @Test
    void every_outcome_is_a_series_of_its_own() {
        meter.recordCall(call(ProviderCallMetrics.OK, Duration.ZERO));
        meter.recordCall(call("provider.timed-out", Duration.ofSeconds(30)));

        assertThat(registry.find(MicrometerMeter.CALLS)
                        .tag("outcome", "provider.timed-out")
                        .counters())
                .hasSize(1);
    }

    @Test
    void the_number_of_series_does_not_grow_with_the_number_of_calls() {
        for (int i = 0; i < 1000; i++) {
            meter.recordCall(call(ProviderCallMetrics.OK, Duration.ofMillis(i)));
            meter.recordCircuitChange(PROVIDER, ProviderHealth.Circuit.OPEN);
        }

        assertThat(registry.getMeters()).hasSize(3);
    }

    @Test
    void a_circuit_is_counted_by_the_state_it_changed_to() {
        meter.recordCircuitChange(PROVIDER, ProviderHealth.Circuit.OPEN);
        meter.recordCircuitChange(PROVIDER, ProviderHealth.Circuit.HALF_OPEN);
        meter.recordCircuitChange(PROVIDER, ProviderHealth.Circuit.OPEN);

        assertThat(registry.get(MicrometerMeter.CIRCUIT)
                        .tags("provider", "deepvue", "outcome", "open")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(registry.getMeters()).extracting(Meter::getId).hasSize(2);
    }

    @Test
    void the_clock_skew_is_a_gauge_of_its_last_value() {
        meter.recordClockSkew(Duration.ofMillis(2500));
        meter.recordClockSkew(Duration.ofMillis(-1500));

        assertThat(registry.get(MicrometerMeter.CLOCK_SKEW).gauge().value()).isEqualTo(-1.5);
        assertThat(registry.getMeters()).hasSize(1);
    }

    private static ProviderCallMetrics call(String outcome, Duration took) {
        return new ProviderCallMetrics(PROVIDER, Flow.DIRECT_OTP, ProviderCall.SEND_CODE, outcome, took);
    }
}
