package dev.kycport.adapter.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.ProviderReference;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferencesTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Sample.NOW);
    private final References<String> references = new References<>(new Names(), now::get, 3);

    @Test
    void what_was_opened_is_found_by_its_reference() {
        ProviderReference one = references.open("one");
        ProviderReference two = references.open("two");

        assertThat(references.find(one)).contains("one");
        assertThat(references.find(two)).contains("two");
        assertThat(one).isNotEqualTo(two);
    }

    @Test
    void the_oldest_is_forgotten_when_there_are_too_many() {
        ProviderReference oldest = references.open("oldest");
        ProviderReference second = references.open("second");
        references.open("third");
        references.open("fourth");

        assertThat(references.find(oldest)).isEmpty();
        assertThat(references.find(second)).isPresent();
        assertThat(references.size()).isEqualTo(3);
    }

    @Test
    void after_a_day_it_is_forgotten() {
        ProviderReference reference = references.open("yesterday's");

        now.set(Sample.NOW.plus(Duration.ofDays(1)).minusNanos(1));
        assertThat(references.find(reference)).isPresent();
        now.set(Sample.NOW.plus(Duration.ofDays(1)));

        assertThat(references.find(reference)).isEmpty();
    }

    @Test
    void what_is_a_day_old_goes_when_something_new_comes() {
        references.open("one");
        references.open("two");

        now.set(Sample.NOW.plus(Duration.ofDays(1)));
        references.open("three");

        assertThat(references.size()).isEqualTo(1);
    }

    @Test
    void of_many_who_forget_the_same_one_hears_so() throws Exception {
        ProviderReference reference = references.open("wanted");

        assertThat(Sample.winners(16, () -> references.forget(reference))).isEqualTo(1);
    }

    @Test
    void many_at_once_never_exceed_the_bound() throws Exception {
        Sample.winners(16, () -> {
            for (int i = 0; i < 200; i++) {
                references.open("crowd");
            }
            return true;
        });

        assertThat(references.size()).isEqualTo(3);
    }
}
