package dev.kycport.app.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.app.InMemoryArchive;
import dev.kycport.app.InMemoryRetentionStore;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.ReconciliationSummary;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.store.RetentionStore.PurgeCounts;
import dev.kycport.ports.store.RetentionStore.PurgeExtras;
import dev.kycport.ports.store.SessionArchive;
import dev.kycport.tck.sample.MovableClock;
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
    private final InMemoryRetentionStore store = new InMemoryRetentionStore();
    private final InMemoryArchive inMemoryArchive = new InMemoryArchive();
    private long identities;
    private final Retention retention = new Retention(
            store,
            inMemoryArchive,
            () -> new ReconciliationSummary(0, identities),
            new KycEnvironment(clock, byte[]::new),
            new Retention.Periods(LIVE, ARCHIVED));

    @Test
    void old_sessions_move_to_the_archive() throws IOException {
        store.put("customer-7", OPENED);
        clock.advance(LIVE.plusSeconds(1));

        assertThat(retention.purge().sessions()).isEqualTo(new PurgeCounts(1, 1, 0));

        assertThat(store.sessions()).isEmpty();
        assertThat(inMemoryArchive.lines()).containsExactly("customer-7");
    }

    @Test
    void recent_sessions_stay_in_the_store() throws IOException {
        store.put("customer-7", OPENED);
        clock.advance(LIVE);

        assertThat(retention.purge().sessions()).isEqualTo(new PurgeCounts(0, 0, 0));

        assertThat(store.sessions()).containsExactly("customer-7");
    }

    @Test
    void a_preview_changes_nothing() throws IOException {
        store.put("customer-7", OPENED);
        clock.advance(LIVE.plusSeconds(1));

        assertThat(retention.preview())
                .isEqualTo(new Retention.PurgeSummary(
                        clock.instant(), 0, new PurgeCounts(1, 1, 0), new SessionArchive.Count(0, 0)));

        assertThat(store.sessions()).hasSize(1);
        assertThat(inMemoryArchive.lines()).isEmpty();
    }

    @Test
    void old_archive_files_are_deleted() throws IOException {
        store.put("customer-7", OPENED);
        clock.advance(LIVE.plusSeconds(1));
        retention.purge();
        inMemoryArchive.closeBatch(clock.instant());

        clock.advance(ARCHIVED.minusSeconds(1));
        assertThat(retention.purge().archive()).isEqualTo(new SessionArchive.Count(0, 0));
        clock.advance(Duration.ofSeconds(1));
        assertThat(retention.purge().archive()).isEqualTo(new SessionArchive.Count(1, 0));
    }

    @Test
    void other_purge_counts_are_recorded() throws IOException {
        store.put("customer-7", OPENED);
        clock.advance(LIVE.plusSeconds(1));
        retention.purge();
        inMemoryArchive.closeBatch(clock.instant());
        clock.advance(ARCHIVED);
        identities = 3;

        Retention.PurgeSummary purgeSummary = retention.purge();
        identities = 0;
        retention.purge();

        assertThat(purgeSummary.identities()).isEqualTo(3);
        assertThat(store.extras()).containsExactly(new PurgeExtras(3, 0, 0), new PurgeExtras(0, 1, 0));
    }

    @Test
    void a_subject_on_hold_stays_in_store_and_archive() throws IOException {
        store.put("customer-7", OPENED);
        clock.advance(LIVE.plusSeconds(1));
        retention.purge();
        inMemoryArchive.closeBatch(clock.instant());
        store.put("customer-7", clock.instant());
        store.placeHold(new SubjectRef("customer-7"), "a court wants it", clock.instant());
        clock.advance(ARCHIVED);

        assertThat(retention.purge())
                .isEqualTo(new Retention.PurgeSummary(
                        clock.instant(), 0, new PurgeCounts(0, 0, 1), new SessionArchive.Count(0, 1)));

        assertThat(store.sessions()).hasSize(1);
        assertThat(inMemoryArchive.lines()).hasSize(1);
    }

    @Test
    void a_failing_archive_leaves_everything_in_the_store() {
        store.put("customer-7", OPENED);
        clock.advance(LIVE.plusSeconds(1));
        Retention broken = new Retention(
                store,
                new FullDisk(),
                () -> new ReconciliationSummary(0, 0),
                new KycEnvironment(clock, byte[]::new),
                new Retention.Periods(LIVE, ARCHIVED));

        assertThatThrownBy(broken::purge).isInstanceOf(IOException.class);

        assertThat(store.sessions()).hasSize(1);
    }

    /** Takes nothing in. */
    private static final class FullDisk implements SessionArchive {

        @Override
        public void append(List<String> sessions) throws IOException {
            throw new IOException("the disk is full");
        }

        @Override
        public SessionArchive.Count countExpired(Instant before, Set<SubjectRef> held) {
            return new SessionArchive.Count(0, 0);
        }

        @Override
        public SessionArchive.Count deleteExpired(Instant before, Supplier<Set<SubjectRef>> held) {
            return new SessionArchive.Count(0, 0);
        }
    }
}
