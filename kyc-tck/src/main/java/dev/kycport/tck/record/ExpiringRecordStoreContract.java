package dev.kycport.tck.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.ports.store.ExpiringRecordStore;
import dev.kycport.ports.store.ExpiringRecordStore.RecordKey;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.concurrency.Race;
import dev.kycport.tck.sample.SampleValues;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What an {@link ExpiringRecordStore} owes: each record is stored once, changed by one, and absent from its expiry on. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class ExpiringRecordStoreContract {

    private static final Instant NOW = SampleValues.NOW;
    private static final Instant UNTIL = NOW.plusSeconds(60);
    private static final RecordKey KEY = new RecordKey("answer", "one");
    private static final int ROUNDS = 20;
    private static final int RUNNERS = 4;

    private Stores opened;

    /** For the adapter's test. */
    @SuppressWarnings("NullAway.Init")
    protected ExpiringRecordStoreContract() {}

    /** Stores without records. The kit closes them. */
    protected abstract Stores stores();

    @BeforeEach
    final void open() {
        opened = stores();
    }

    @AfterEach
    final void close() {
        opened.close();
    }

    /** If it fails, check that the value is stored as it is, also if it is long or holds other scripts. */
    @Test
    final void a_stored_value_is_found_as_it_is() {
        String value = "{\"text\": \"सत्यापन\"}" + "x".repeat(100_000);

        assertThat(records().putIfAbsent(KEY, value, NOW, UNTIL)).isEmpty();

        assertThat(records().find(KEY, NOW)).contains(value);
    }

    /** If it fails, check that kind and id together name a record. */
    @Test
    final void records_of_another_kind_or_id_are_others() {
        records().putIfAbsent(KEY, "first", NOW, UNTIL);

        assertThat(records().find(new RecordKey("answer", "two"), NOW)).isEmpty();
        assertThat(records().putIfAbsent(new RecordKey("page", "one"), "second", NOW, UNTIL))
                .isEmpty();
        assertThat(records().find(KEY, NOW)).contains("first");
    }

    /** If it fails, check that a record that is there is returned and not overwritten. */
    @Test
    final void a_record_that_is_there_stays() {
        records().putIfAbsent(KEY, "first", NOW, UNTIL);

        assertThat(records().putIfAbsent(KEY, "second", NOW, UNTIL)).contains("first");
        assertThat(records().find(KEY, NOW)).contains("first");
    }

    /** If it fails, check that the expiry itself counts as expired, and that an expired row gives way. */
    @Test
    final void an_expired_record_counts_as_absent_and_gives_way() {
        records().putIfAbsent(KEY, "first", NOW, UNTIL);

        assertThat(records().find(KEY, UNTIL.minusSeconds(1))).contains("first");
        assertThat(records().find(KEY, UNTIL)).isEmpty();
        assertThat(records().replace(KEY, "first", "changed", UNTIL, UNTIL.plusSeconds(60)))
                .isFalse();
        assertThat(records().putIfAbsent(KEY, "second", UNTIL, UNTIL.plusSeconds(60)))
                .isEmpty();
        assertThat(records().find(KEY, UNTIL)).contains("second");
    }

    /** If it fails, check that a replacement compares the value, and sets the new expiry. */
    @Test
    final void a_record_is_replaced_only_if_it_has_the_expected_value() {
        records().putIfAbsent(KEY, "first", NOW, UNTIL);

        assertThat(records().replace(KEY, "other", "second", NOW, UNTIL)).isFalse();
        assertThat(records().replace(KEY, "first", "second", NOW, UNTIL.plusSeconds(60)))
                .isTrue();
        assertThat(records().find(KEY, UNTIL)).contains("second");
        assertThat(records().replace(new RecordKey("answer", "absent"), "first", "second", NOW, UNTIL))
                .isFalse();
    }

    /** If it fails, check that a removal compares the value. */
    @Test
    final void a_record_is_removed_only_if_it_has_the_expected_value() {
        records().putIfAbsent(KEY, "first", NOW, UNTIL);

        records().remove(KEY, "other");
        assertThat(records().find(KEY, NOW)).contains("first");

        records().remove(KEY, "first");
        assertThat(records().find(KEY, NOW)).isEmpty();
    }

    /** If it fails, check that one statement decides, so that two callers cannot both find nothing. */
    @Test
    final void of_several_callers_at_the_same_moment_exactly_one_stores() {
        for (int round = 0; round < ROUNDS; round++) {
            RecordKey contested = new RecordKey("answer", "round-" + round);

            List<Optional<String>> found =
                    Race.run(RUNNERS, runner -> records().putIfAbsent(contested, "value-" + runner, NOW, UNTIL));

            assertThat(found).filteredOn(Optional::isEmpty).hasSize(1);
            assertThat(records().find(contested, NOW))
                    .hasValueSatisfying(stored -> assertThat(found)
                            .filteredOn(Optional::isPresent)
                            .allMatch(existing -> existing.get().equals(stored)));
        }
    }

    private ExpiringRecordStore records() {
        return opened.records().orElseThrow(() -> new AssertionError("the stores have no records"));
    }
}
