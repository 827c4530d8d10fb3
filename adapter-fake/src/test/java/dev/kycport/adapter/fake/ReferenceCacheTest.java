package dev.kycport.adapter.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.ProviderReference;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferenceCacheTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(FakeFixtures.NOW);
    private final ReferenceCache<String> referenceCache = cache("text");

    @Test
    void what_was_opened_is_found_by_its_reference() {
        ProviderReference one = referenceCache.register("one");
        ProviderReference two = referenceCache.register("two");

        assertThat(referenceCache.find(one)).contains("one");
        assertThat(referenceCache.find(two)).contains("two");
        assertThat(one).isNotEqualTo(two);
    }

    @Test
    void the_oldest_is_forgotten_when_there_are_too_many() {
        ProviderReference oldest = referenceCache.register("oldest");
        ProviderReference second = referenceCache.register("second");
        referenceCache.register("third");
        referenceCache.register("fourth");

        assertThat(referenceCache.find(oldest)).isEmpty();
        assertThat(referenceCache.find(second)).isPresent();
        assertThat(referenceCache.size()).isEqualTo(3);
    }

    @Test
    void after_a_day_it_is_forgotten() {
        ProviderReference reference = referenceCache.register("yesterdays");

        now.set(FakeFixtures.NOW.plus(Duration.ofDays(1)).minusNanos(1));
        assertThat(referenceCache.find(reference)).isPresent();
        now.set(FakeFixtures.NOW.plus(Duration.ofDays(1)));

        assertThat(referenceCache.find(reference)).isEmpty();
    }

    @Test
    void what_is_a_day_old_goes_when_something_new_comes() {
        referenceCache.register("one");
        referenceCache.register("two");

        now.set(FakeFixtures.NOW.plus(Duration.ofDays(1)));
        referenceCache.register("three");

        assertThat(referenceCache.size()).isEqualTo(1);
    }

    @Test
    void of_many_who_forget_the_same_one_hears_so() throws Exception {
        ProviderReference reference = referenceCache.register("wanted");

        assertThat(FakeFixtures.winners(16, () -> referenceCache.remove(reference)))
                .isEqualTo(1);
    }

    @Test
    void a_restart_finds_again_what_the_reference_tells() {
        ProviderReference reference = referenceCache.register("written-down");

        assertThat(cache("text").find(reference)).contains("written-down");
        assertThat(cache("other").find(reference)).isEmpty();
    }

    @Test
    void a_restart_gives_no_reference_a_longer_life() {
        ProviderReference reference = referenceCache.register("yesterday");

        now.set(FakeFixtures.NOW.plus(Duration.ofDays(1)));

        assertThat(cache("text").find(reference)).isEmpty();
    }

    @Test
    void what_was_removed_after_a_restart_stays_removed() {
        ProviderReference reference = referenceCache.register("once");
        ReferenceCache<String> restarted = cache("text");

        assertThat(restarted.remove(reference)).isTrue();

        assertThat(restarted.find(reference)).isEmpty();
        assertThat(restarted.remove(reference)).isFalse();
    }

    @Test
    void what_was_forgotten_for_lack_of_room_is_not_found_again() {
        ProviderReference oldest = referenceCache.register("oldest");
        for (int i = 0; i < 3; i++) {
            referenceCache.register("next");
        }

        assertThat(referenceCache.find(oldest)).isEmpty();
    }

    @Test
    void a_changed_reference_is_unknown() {
        String given = referenceCache.register("mine").value();
        ProviderReference changed = new ProviderReference(given.replace("mine", "ours"));

        assertThat(cache("text").find(changed)).isEmpty();
    }

    @Test
    void many_at_once_never_exceed_the_bound() throws Exception {
        FakeFixtures.winners(16, () -> {
            for (int i = 0; i < 200; i++) {
                referenceCache.register("crowd");
            }
            return true;
        });

        assertThat(referenceCache.size()).isEqualTo(3);
    }

    private ReferenceCache<String> cache(String kind) {
        return new ReferenceCache<>(
                new ReferenceGenerator(),
                now::get,
                3,
                new ReferenceCache.Form<>(kind, Function.identity(), Function.identity()));
    }
}
