package dev.kycport.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.ports.store.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InMemoryPendingCodeStoreTest {

    private static final IdentityNumber FIRST = MemoryFixtures.number("999941057058");
    private static final IdentityNumber SECOND = MemoryFixtures.number("999971658847");
    private static final IdentityNumber THIRD = MemoryFixtures.number("999933119405");
    private static final Duration SHORT = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final InMemoryPendingCodeStore pending = new InMemoryPendingCodeStore(2);

    @Test
    void a_full_store_refuses_a_new_number_rather_than_forget_one_that_counts() {
        claim(FIRST, MemoryFixtures.NOW, LONG);
        claim(SECOND, MemoryFixtures.NOW, LONG);

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> claim(THIRD, MemoryFixtures.NOW, LONG))
                .withMessageContaining("at most 2 numbers")
                .withMessageNotContaining("9405");

        assertThat(claim(SECOND, MemoryFixtures.NOW, LONG)).isEmpty();
    }

    @Test
    void claims_that_have_lapsed_make_room_wherever_they_stand() {
        claim(FIRST, MemoryFixtures.NOW, LONG);
        claim(SECOND, MemoryFixtures.NOW, SHORT);

        assertThat(claim(THIRD, MemoryFixtures.NOW.plus(SHORT), SHORT)).isEmpty();
        assertThat(pending.size()).isEqualTo(2);
    }

    @Test
    void what_has_lapsed_is_forgotten_with_the_next_claim() {
        claim(FIRST, MemoryFixtures.NOW, SHORT);
        claim(SECOND, MemoryFixtures.NOW, SHORT);

        claim(THIRD, MemoryFixtures.NOW.plus(SHORT), SHORT);

        assertThat(pending.size()).isEqualTo(1);
    }

    private Optional<Instant> claim(IdentityNumber number, Instant now, Duration window) {
        return pending.reserve(number, MemoryFixtures.session(1), now, now.plus(window));
    }
}
