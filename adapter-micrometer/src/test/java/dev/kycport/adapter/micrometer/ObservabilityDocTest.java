package dev.kycport.adapter.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.ports.observe.ProviderHealth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** If it fails, mend the tables of metrics in docs/observability.md. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ObservabilityDocTest {

    @Test
    void every_metric_and_every_bounded_tag_value_stands_there() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "observability.md"));

        assertThat(page)
                .contains(
                        "| `" + MicrometerMeter.TIMER + "` | timer |",
                        "| `" + MicrometerMeter.CALLS + "` | counter |",
                        "| `" + MicrometerMeter.CIRCUIT + "` | counter |",
                        "| `" + MicrometerMeter.CLOCK_SKEW + "` | gauge |")
                .contains("| `flow` | " + listed(Flow.values()) + " |")
                .contains("| `step` | " + listed(ProviderCall.values()) + " |");
        assertThat(ProviderHealth.Circuit.values())
                .allSatisfy(circuit -> assertThat(page).contains("`" + circuit.code() + "`"));
    }

    private static String listed(Flow... flows) {
        return Arrays.stream(flows).map(flow -> "`" + flow.code() + "`").collect(Collectors.joining(", "));
    }

    private static String listed(ProviderCall... calls) {
        return Arrays.stream(calls).map(call -> "`" + call.code() + "`").collect(Collectors.joining(", "));
    }
}
