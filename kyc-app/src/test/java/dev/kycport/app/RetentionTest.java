package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.RetentionStore.Beside;
import dev.kycport.ports.RetentionStore.Count;
import dev.kycport.tck.MovableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RetentionTest {

    private static final Instant OPENED = Instant.parse("2026-02-03T09:08:07Z");
    private static final Duration LIVE = Duration.ofDays(730);
    private static final Duration ARCHIVED = Duration.ofDays(1825);

    private final MovableClock clock = MovableClock.at(OPENED);
    private final Shelved store = new Shelved();
    private final Boxes boxes = new Boxes();
    private long identities;
    private final Retention retention = new Retention(
            store,
            boxes,
            () -> new Settled(0, identities),
            new Surroundings(clock, byte[]::new),
            new Retention.Terms(LIVE, ARCHIVED));

    @Test
    void what_is_old_enough_moves_to_the_archive() throws IOException {
        store.put("customer-7", OPENED);
        clock.advance(LIVE.plusSeconds(1));

        assertThat(retention.purge().sessions()).isEqualTo(new Count(1, 1, 0));

        assertThat(store.sessions()).isEmpty();
        assertThat(boxes.lines()).containsExactly("customer-7");
    }

    @Test
    void what_is_not_stays() throws IOException {
        store.put("customer-7", OPENED);
        clock.advance(LIVE);

        assertThat(retention.purge().sessions()).isEqualTo(new Count(0, 0, 0));

        assertThat(store.sessions()).containsExactly("customer-7");
    }

    @Test
    void looking_first_takes_nothing() throws IOException {
        store.put("customer-7", OPENED);
        clock.advance(LIVE.plusSeconds(1));

        assertThat(retention.due())
                .isEqualTo(new Retention.Purged(clock.instant(), 0, new Count(1, 1, 0), new Archive.Count(0, 0)));

        assertThat(store.sessions()).hasSize(1);
        assertThat(boxes.lines()).isEmpty();
    }

    @Test
    void the_archive_goes_when_its_years_are_over_too() throws IOException {
        store.put("customer-7", OPENED);
        clock.advance(LIVE.plusSeconds(1));
        retention.purge();
        boxes.close(clock.instant());

        clock.advance(ARCHIVED.minusSeconds(1));
        assertThat(retention.purge().archive()).isEqualTo(new Archive.Count(0, 0));
        clock.advance(Duration.ofSeconds(1));
        assertThat(retention.purge().archive()).isEqualTo(new Archive.Count(1, 0));
    }

    @Test
    void what_goes_beside_sessions_is_on_record() throws IOException {
        store.put("customer-7", OPENED);
        clock.advance(LIVE.plusSeconds(1));
        retention.purge();
        boxes.close(clock.instant());
        clock.advance(ARCHIVED);
        identities = 3;

        Retention.Purged purged = retention.purge();
        identities = 0;
        retention.purge();

        assertThat(purged.identities()).isEqualTo(3);
        assertThat(store.beside()).containsExactly(new Beside(3, 0, 0), new Beside(0, 1, 0));
    }

    @Test
    void whoever_is_on_hold_stays_in_both() throws IOException {
        store.put("customer-7", OPENED);
        clock.advance(LIVE.plusSeconds(1));
        retention.purge();
        boxes.close(clock.instant());
        store.put("customer-7", clock.instant());
        store.hold(new SubjectRef("customer-7"), "a court wants it", clock.instant());
        clock.advance(ARCHIVED);

        assertThat(retention.purge())
                .isEqualTo(new Retention.Purged(clock.instant(), 0, new Count(0, 0, 1), new Archive.Count(0, 1)));

        assertThat(store.sessions()).hasSize(1);
        assertThat(boxes.lines()).hasSize(1);
    }

    @Test
    void an_archive_that_fails_leaves_everything_where_it_is() {
        store.put("customer-7", OPENED);
        clock.advance(LIVE.plusSeconds(1));
        Retention broken = new Retention(
                store,
                new FullDisk(),
                () -> new Settled(0, 0),
                new Surroundings(clock, byte[]::new),
                new Retention.Terms(LIVE, ARCHIVED));

        assertThatThrownBy(broken::purge).isInstanceOf(IOException.class);

        assertThat(store.sessions()).hasSize(1);
    }

    /** Takes nothing in. */
    private static final class FullDisk implements Archive {

        @Override
        public void keep(List<String> sessions) throws IOException {
            throw new IOException("the disk is full");
        }

        @Override
        public Archive.Count due(Instant before, Set<SubjectRef> held) {
            return new Archive.Count(0, 0);
        }

        @Override
        public Archive.Count drop(Instant before, Supplier<Set<SubjectRef>> held) {
            return new Archive.Count(0, 0);
        }
    }
}
