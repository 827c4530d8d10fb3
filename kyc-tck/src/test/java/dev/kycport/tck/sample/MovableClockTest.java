package dev.kycport.tck.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MovableClockTest {

    private final MovableClock clock = MovableClock.atSampleTime();

    @Test
    void it_stands_still_by_itself() {
        assertThat(clock.instant()).isEqualTo(SampleValues.NOW).isEqualTo(clock.instant());
    }

    @Test
    void it_moves_by_steps_and_to_an_instant() {
        assertThat(clock.advance(Duration.ofSeconds(45))).isEqualTo(SampleValues.NOW.plusSeconds(45));
        assertThat(clock.instant()).isEqualTo(SampleValues.NOW.plusSeconds(45));

        clock.set(SampleValues.NOW);

        assertThat(clock.instant()).isEqualTo(SampleValues.NOW);
    }
}
