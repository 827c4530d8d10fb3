package dev.kycport.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kycport.adapter.fake.FakeFixtures;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.ports.store.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InMemoryPendingCodesTest {

    private static final IdentityNumber FIRST = FakeFixtures.number("999941057058");
    private static final IdentityNumber SECOND = FakeFixtures.number("999971658847");
    private static final IdentityNumber THIRD = FakeFixtures.number("999933119405");
    private static final Duration SHORT = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final InMemoryPendingCodeStore pending = new InMemoryPendingCodeStore(2);

    @Test
    void a_full_store_refuses_a_new_number_rather_than_forget_one_that_counts() {
        claim(FIRST, FakeFixtures.NOW, LONG);
        claim(SECOND, FakeFixtures.NOW, LONG);

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> claim(THIRD, FakeFixtures.NOW, LONG))
                .withMessageContaining("at most 2 numbers")
                .withMessageNotContaining("9405");

        assertThat(claim(SECOND, FakeFixtures.NOW, LONG)).isEmpty();
    }

    @Test
    void claims_that_have_lapsed_make_room_wherever_they_stand() {
        claim(FIRST, FakeFixtures.NOW, LONG);
        claim(SECOND, FakeFixtures.NOW, SHORT);

        assertThat(claim(THIRD, FakeFixtures.NOW.plus(SHORT), SHORT)).isEmpty();
        assertThat(pending.size()).isEqualTo(2);
    }

    @Test
    void what_has_lapsed_is_forgotten_with_the_next_claim() {
        claim(FIRST, FakeFixtures.NOW, SHORT);
        claim(SECOND, FakeFixtures.NOW, SHORT);

        claim(THIRD, FakeFixtures.NOW.plus(SHORT), SHORT);

        assertThat(pending.size()).isEqualTo(1);
    }

    private Optional<Instant> claim(IdentityNumber number, Instant now, Duration window) {
        return pending.reserve(number, FakeFixtures.session(1), now, now.plus(window));
    }
}
