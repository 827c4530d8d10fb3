package dev.kycport.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.StoreUnavailableException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InMemorySessionStoreTest {

    private static final List<AuditEntry> NO_ENTRIES = List.of();

    private final InMemorySessionStore store = new InMemorySessionStore(2, consent -> false);

    @Test
    void a_session_is_found_as_it_was_stored_with_its_trail() {
        store.create(MemoryFixtures.opened(1), List.of(MemoryFixtures.entry(1)));
        store.replace(0, MemoryFixtures.revision(1, 1), List.of(MemoryFixtures.entry(1), MemoryFixtures.entry(1)));

        assertThat(store.find(MemoryFixtures.session(1))).contains(MemoryFixtures.revision(1, 1));
        assertThat(store.entries(MemoryFixtures.session(1))).hasSize(3);
    }

    @Test
    void a_second_session_of_the_same_name_is_refused_with_its_entries() {
        store.create(MemoryFixtures.opened(1), NO_ENTRIES);

        assertThat(store.create(MemoryFixtures.opened(1), List.of(MemoryFixtures.entry(1)))
                        .getLeft())
                .isEqualTo(new SessionRejection.Busy());

        assertThat(store.entries(MemoryFixtures.session(1))).isEmpty();
    }

    @Test
    void a_stale_or_unknown_revision_is_refused_with_its_entries() {
        store.create(MemoryFixtures.opened(1), NO_ENTRIES);

        assertThat(store.replace(7, MemoryFixtures.revision(1, 8), List.of(MemoryFixtures.entry(1)))
                        .isLeft())
                .isTrue();
        assertThat(store.replace(0, MemoryFixtures.revision(2, 1), List.of(MemoryFixtures.entry(2)))
                        .isLeft())
                .isTrue();

        assertThat(store.find(MemoryFixtures.session(1))).contains(MemoryFixtures.opened(1));
        assertThat(store.entries(MemoryFixtures.session(1))).isEmpty();
        assertThat(store.entries(MemoryFixtures.session(2))).isEmpty();
    }

    @Test
    void of_many_who_replace_the_same_revision_one_succeeds() throws Exception {
        store.create(MemoryFixtures.opened(1), NO_ENTRIES);

        long winners = MemoryFixtures.winners(
                16,
                () -> store.replace(0, MemoryFixtures.revision(1, 1), List.of(MemoryFixtures.entry(1)))
                        .isRight());

        assertThat(winners).isEqualTo(1);
        assertThat(store.entries(MemoryFixtures.session(1))).hasSize(1);
    }

    @Test
    void a_full_store_refuses_a_new_session_rather_than_drop_a_live_one() {
        store.create(MemoryFixtures.opened(1), NO_ENTRIES);
        store.create(MemoryFixtures.opened(2), NO_ENTRIES);

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> store.create(MemoryFixtures.opened(3), NO_ENTRIES))
                .withMessageContaining("2 live sessions");

        assertThat(store.find(MemoryFixtures.session(1))).isPresent();
        assertThat(store.find(MemoryFixtures.session(2))).isPresent();
        assertThat(store.find(MemoryFixtures.session(3))).isEmpty();
    }

    @Test
    void an_ended_session_makes_room_before_an_older_one_that_is_live() {
        store.create(MemoryFixtures.opened(1), NO_ENTRIES);
        store.create(MemoryFixtures.opened(2), NO_ENTRIES);
        store.replace(0, MemoryFixtures.ended(2), List.of(MemoryFixtures.entry(2)));

        store.create(MemoryFixtures.opened(3), NO_ENTRIES);

        assertThat(store.find(MemoryFixtures.session(1))).isPresent();
        assertThat(store.find(MemoryFixtures.session(2))).isEmpty();
        assertThat(store.entries(MemoryFixtures.session(2))).isEmpty();
        assertThat(store.find(MemoryFixtures.session(3))).isPresent();
    }

    @Test
    void the_oldest_session_makes_room_once_its_time_is_past() {
        SessionSnapshot later = MemoryFixtures.opened(3, MemoryFixtures.NOW.plus(MemoryFixtures.LIFE));
        store.create(MemoryFixtures.opened(1), NO_ENTRIES);
        store.create(MemoryFixtures.opened(2), NO_ENTRIES);

        store.create(later, NO_ENTRIES);

        assertThat(store.find(MemoryFixtures.session(1))).isEmpty();
        assertThat(store.find(MemoryFixtures.session(2))).isPresent();
        assertThat(store.find(MemoryFixtures.session(3))).contains(later);
    }

    @Test
    void an_entry_about_a_session_that_is_not_stored_is_kept_until_room_is_needed() {
        store.append(MemoryFixtures.entry(1));
        assertThat(store.entries(MemoryFixtures.session(1))).hasSize(1);

        store.create(MemoryFixtures.opened(2), NO_ENTRIES);
        store.create(MemoryFixtures.opened(3), NO_ENTRIES);

        assertThat(store.entries(MemoryFixtures.session(1))).isEmpty();
        assertThat(store.find(MemoryFixtures.session(2))).isPresent();
    }

    @Test
    void a_trail_that_is_full_takes_neither_entries_nor_the_state_they_describe() {
        store.create(MemoryFixtures.opened(1), Collections.nCopies(StoredSession.MAX_ENTRIES, MemoryFixtures.entry(1)));

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> store.replace(0, MemoryFixtures.revision(1, 1), List.of(MemoryFixtures.entry(1))));

        assertThat(store.find(MemoryFixtures.session(1))).contains(MemoryFixtures.opened(1));
        assertThat(store.entries(MemoryFixtures.session(1))).hasSize(StoredSession.MAX_ENTRIES);
    }
}
