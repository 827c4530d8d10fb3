package dev.kycport.adapter.jdbc.internal.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.adapter.jdbc.fixture.PastSessions;
import dev.kycport.adapter.jdbc.fixture.TwoThreads;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.json.StoredAuditEntryJson;
import dev.kycport.adapter.jdbc.internal.json.StoredSessionJson;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.store.RetentionStore;
import dev.kycport.ports.store.RetentionStore.LegalHold;
import dev.kycport.ports.store.RetentionStore.Purge;
import dev.kycport.ports.store.RetentionStore.PurgeCounts;
import dev.kycport.ports.store.RetentionStore.PurgeExtras;
import dev.kycport.tck.sample.SampleValues;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is let go of, what stays, and what is said of it, on either database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class JdbcRetentionStoreContract {

    static final Instant NOW = SampleValues.NOW;
    static final Instant BEFORE = NOW.minus(Duration.ofDays(730));
    static final Instant OLD = BEFORE.minus(Duration.ofDays(30));

    private static final PurgeExtras NOTHING = new PurgeExtras(0, 0, 0);

    final List<String> archived = new ArrayList<>();

    private Database database;
    private int breaths;
    private PastSessions pastSessions;

    /** A database with nothing in it. */
    abstract Database database();

    @BeforeEach
    void open() {
        database = database();
        pastSessions = new PastSessions(database);
    }

    @Test
    void an_old_session_that_is_over_goes_with_its_trail() throws IOException {
        SessionSnapshot session = pastSessions.ended(OLD, "customer-1", 3);

        PurgeCounts purgeCounts = retention().purge(BEFORE, NOW, archived::addAll);

        assertThat(purgeCounts).isEqualTo(new PurgeCounts(1, 3, 0));
        assertThat(pastSessions.find(session)).isEmpty();
        assertThat(pastSessions.trail(session)).isEmpty();
    }

    @Test
    void the_archive_gets_it_as_one_line_with_everything_that_happened() throws IOException {
        SessionSnapshot session = pastSessions.ended(OLD, "customer-1", 2);

        retention().purge(BEFORE, NOW, archived::addAll);

        assertThat(archived)
                .containsExactly("{\"v\":1,\"session\":" + StoredSessionJson.write(session) + ",\"trail\":["
                        + StoredAuditEntryJson.write(pastSessions.entry(session, 0)) + ","
                        + StoredAuditEntryJson.write(pastSessions.entry(session, 1))
                        + "]}");
        assertThat(archived.get(0)).contains("\"subject\":\"customer-1\"").doesNotContain("\n");
    }

    @Test
    void a_session_opened_at_that_instant_or_later_stays() throws IOException {
        pastSessions.ended(BEFORE, "customer-1", 1);
        pastSessions.ended(NOW, "customer-1", 1);

        PurgeCounts purgeCounts = retention().purge(BEFORE, NOW, archived::addAll);

        assertThat(purgeCounts).isEqualTo(new PurgeCounts(0, 0, 0));
        assertThat(archived).isEmpty();
    }

    @Test
    void a_session_that_is_not_over_stays() throws IOException {
        SampleValues.everySnapshot().forEach(pastSessions::store);
        long over = SampleValues.everySnapshot().stream()
                .filter(session -> session.dueAt().isEmpty())
                .count();

        PurgeCounts purgeCounts = retention().purge(NOW.plusSeconds(1), NOW, archived::addAll);

        assertThat(purgeCounts).isEqualTo(new PurgeCounts(over, 0, 0));
        assertThat(pastSessions.states())
                .doesNotContain(SessionState.ENDED, SessionState.COMPLETED)
                .contains(SessionState.VERIFIED);
    }

    @Test
    void a_session_that_expired_long_ago_although_nobody_noticed_goes() throws IOException {
        pastSessions.store(pastSessions.opened(BEFORE.minus(Duration.ofDays(2)).minusMillis(1), "customer-1"));
        pastSessions.store(pastSessions.opened(BEFORE.minus(Duration.ofDays(2)), "customer-1"));

        PurgeCounts purgeCounts = retention().purge(BEFORE, NOW, archived::addAll);

        assertThat(purgeCounts).isEqualTo(new PurgeCounts(1, 0, 0));
    }

    @Test
    void no_identity_reaches_the_archive_even_if_one_was_left_behind() throws IOException {
        pastSessions.store(pastSessions.verified(OLD));

        PurgeCounts purgeCounts = retention().purge(BEFORE, NOW, archived::addAll);

        assertThat(purgeCounts.sessions()).isOne();
        assertThat(archived).hasSize(1).noneMatch(line -> line.contains("Test Rao") || line.contains("Bengaluru"));
    }

    @Test
    void a_session_of_a_subject_on_hold_stays_and_is_counted() throws IOException {
        SessionSnapshot kept = pastSessions.ended(OLD, "customer-1", 2);
        pastSessions.ended(OLD, "customer-2", 2);
        retention().placeHold(new SubjectRef("customer-1"), "court order 17", NOW);

        PurgeCounts purgeCounts = retention().purge(BEFORE, NOW, archived::addAll);

        assertThat(purgeCounts).isEqualTo(new PurgeCounts(1, 2, 1));
        assertThat(pastSessions.find(kept)).contains(kept);
        assertThat(pastSessions.trail(kept)).hasSize(2);
        assertThat(archived).noneMatch(line -> line.contains("customer-1"));
    }

    @Test
    void once_the_hold_is_over_it_goes() throws IOException {
        pastSessions.ended(OLD, "customer-1", 2);
        retention().placeHold(new SubjectRef("customer-1"), "court order 17", NOW);
        retention().purge(BEFORE, NOW, archived::addAll);

        boolean released = retention().releaseHold(new SubjectRef("customer-1"));

        assertThat(released).isTrue();
        assertThat(retention().purge(BEFORE, NOW, archived::addAll)).isEqualTo(new PurgeCounts(1, 2, 0));
    }

    @Test
    void holds_are_listed_with_their_reason_and_a_second_one_changes_nothing() {
        SubjectRef subject = new SubjectRef("customer-1");

        boolean first = retention().placeHold(subject, "court order 17", NOW);
        boolean second = retention().placeHold(subject, "another", NOW.plusSeconds(1));

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(retention().findHolds()).containsExactly(new LegalHold(subject, "court order 17", NOW));
    }

    @Test
    void of_two_holds_at_the_same_moment_one_is_reported_that_its_reason_is_kept() {
        SubjectRef subject = new SubjectRef("customer-1");

        List<Boolean> held = TwoThreads.runTwice(() -> retention().placeHold(subject, "court order 17", NOW));

        assertThat(held).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void releasing_nobody_is_reported() {
        assertThat(retention().releaseHold(new SubjectRef("customer-1"))).isFalse();
    }

    @Test
    void what_is_due_is_what_a_purge_takes() throws IOException {
        pastSessions.ended(OLD, "customer-1", 2);
        pastSessions.ended(OLD, "customer-2", 5);
        pastSessions.ended(NOW, "customer-2", 1);
        pastSessions.store(pastSessions.opened(NOW, "customer-2"));
        retention().placeHold(new SubjectRef("customer-1"), "court order 17", NOW);

        PurgeCounts due = retention().countPurgeable(BEFORE);

        assertThat(due).isEqualTo(new PurgeCounts(1, 5, 1));
        assertThat(retention().purge(BEFORE, NOW, archived::addAll)).isEqualTo(due);
        assertThat(retention().countPurgeable(BEFORE)).isEqualTo(new PurgeCounts(0, 0, 1));
    }

    @Test
    void many_sessions_go_a_page_at_a_time() throws IOException {
        int sessions = 2 * PurgeCandidateQuery.PAGE_SIZE + 30;
        IntStream.range(0, sessions)
                .forEach(at -> pastSessions.ended(OLD.plusSeconds(at / 40), "customer-" + at % 50, 1));
        retention().placeHold(new SubjectRef("customer-7"), "court order 17", NOW);
        List<Integer> pages = new ArrayList<>();
        long held = IntStream.range(0, sessions).filter(at -> at % 50 == 7).count();

        PurgeCounts due = retention().countPurgeable(BEFORE);
        PurgeCounts purgeCounts = retention().purge(BEFORE, NOW, lines -> pages.add(lines.size()));

        assertThat(purgeCounts)
                .isEqualTo(new PurgeCounts(sessions - held, sessions - held, held))
                .isEqualTo(due);
        assertThat(pages)
                .allMatch(size -> size <= PurgeCandidateQuery.PAGE_SIZE)
                .hasSize(3);
    }

    @Test
    void each_purge_that_took_something_is_on_record() throws IOException {
        IntStream.range(0, PurgeCandidateQuery.PAGE_SIZE + 1).forEach(at -> pastSessions.ended(OLD, "customer-1", 1));
        pastSessions.ended(OLD, "customer-2", 1);
        pastSessions.ended(BEFORE, "customer-3", 4);
        retention().placeHold(new SubjectRef("customer-2"), "court order 17", NOW);

        retention().purge(BEFORE, NOW, archived::addAll);
        retention().purge(BEFORE, NOW.plusSeconds(1), archived::addAll);
        retention().purge(NOW, NOW.plusSeconds(2), archived::addAll);

        assertThat(retention().findPurges())
                .containsExactly(
                        new Purge(
                                NOW,
                                BEFORE,
                                new PurgeCounts(
                                        PurgeCandidateQuery.PAGE_SIZE + 1, PurgeCandidateQuery.PAGE_SIZE + 1, 1),
                                NOTHING),
                        new Purge(NOW.plusSeconds(2), NOW, new PurgeCounts(1, 4, 1), NOTHING));
    }

    @Test
    void what_a_purge_took_beside_sessions_is_on_the_same_record() throws IOException {
        pastSessions.ended(OLD, "customer-1", 2);

        retention().recordPurge(NOW, BEFORE, new PurgeExtras(3, 0, 0));
        retention().purge(BEFORE, NOW, archived::addAll);
        retention().recordPurge(NOW, BEFORE, new PurgeExtras(0, 1, 2));
        retention().recordPurge(NOW.plusSeconds(1), BEFORE, new PurgeExtras(0, 0, 2));

        assertThat(retention().findPurges())
                .containsExactly(new Purge(NOW, BEFORE, new PurgeCounts(1, 2, 0), new PurgeExtras(3, 1, 2)));
        assertThat(names()).isOne();
    }

    @Test
    void counting_first_waits_for_nobody_who_writes() {
        pastSessions.ended(OLD, "customer-1", 2);
        pastSessions.store(pastSessions.verified(OLD));

        List<Long> counts = database.write(handle -> {
            handle.execute("UPDATE kyc_session SET revision = revision");
            return List.of(
                    retention().countExpiredIdentities(NOW),
                    retention().countPurgeable(BEFORE).sessions());
        });

        assertThat(counts).containsExactly(1L, 2L);
        assertThat(retention().countExpiredIdentities(OLD)).isZero();
    }

    @Test
    void nobody_who_writes_waits_for_the_archive() throws IOException {
        pastSessions.ended(OLD, "customer-1", 2);
        SessionSnapshot meanwhile = pastSessions.opened(NOW, "customer-2");

        retention().purge(BEFORE, NOW, lines -> pastSessions.store(meanwhile));

        assertThat(pastSessions.find(meanwhile)).contains(meanwhile);
    }

    @Test
    void those_who_write_come_in_between_two_pages() throws IOException {
        IntStream.range(0, 2 * PurgeCandidateQuery.PAGE_SIZE)
                .forEach(at -> pastSessions.ended(OLD.plusSeconds(at), "customer-1", 0));

        retention().purge(BEFORE, NOW, archived::addAll);

        assertThat(breaths).isEqualTo(2);
    }

    @Test
    void a_session_that_changes_while_it_is_archived_stays_and_is_archived_as_it_is_then() throws IOException {
        SessionSnapshot session = pastSessions.ended(OLD, "customer-1", 1);

        PurgeCounts first = retention().purge(BEFORE, NOW, lines -> {
            archived.addAll(lines);
            pastSessions.add(pastSessions.entry(session, 1));
        });
        PurgeCounts second = retention().purge(BEFORE, NOW, archived::addAll);

        assertThat(first).isEqualTo(new PurgeCounts(0, 0, 0));
        assertThat(second).isEqualTo(new PurgeCounts(1, 2, 0));
        assertThat(archived)
                .hasSize(2)
                .last()
                .asString()
                .contains(StoredAuditEntryJson.write(pastSessions.entry(session, 1)));
    }

    @Test
    void a_hold_that_comes_while_a_purge_is_under_way_still_counts() throws IOException {
        SessionSnapshot kept = pastSessions.ended(OLD, "customer-1", 2);
        pastSessions.ended(OLD, "customer-2", 3);

        PurgeCounts purgeCounts = retention().purge(BEFORE, NOW, lines -> {
            retention().placeHold(new SubjectRef("customer-1"), "court order 17", NOW);
            archived.addAll(lines);
        });

        assertThat(purgeCounts).isEqualTo(new PurgeCounts(1, 3, 1));
        assertThat(pastSessions.find(kept)).contains(kept);
        assertThat(pastSessions.trail(kept)).hasSize(2);
        assertThat(archived).hasSize(2);
    }

    @Test
    void what_the_archive_does_not_take_in_stays() {
        SessionSnapshot session = pastSessions.ended(OLD, "customer-1", 1);

        assertThatThrownBy(() -> retention().purge(BEFORE, NOW, lines -> {
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
        assertThat(pastSessions.find(session)).contains(session);
        assertThat(pastSessions.trail(session)).hasSize(1);
        assertThat(retention().findPurges()).isEmpty();
    }

    @Test
    void a_crash_after_the_archive_archives_twice_and_loses_nothing() throws IOException {
        pastSessions.ended(OLD, "customer-1", 1);
        assertThatThrownBy(() -> retention().purge(BEFORE, NOW, lines -> {
                    archived.addAll(lines);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");

        PurgeCounts purgeCounts = retention().purge(BEFORE, NOW, archived::addAll);

        assertThat(purgeCounts).isEqualTo(new PurgeCounts(1, 1, 0));
        assertThat(archived).hasSize(2).containsOnly(archived.get(0));
    }

    @Test
    void the_ledger_is_not_touched() throws IOException {
        SessionSnapshot session = pastSessions.ended(OLD, "customer-1", 1);
        pastSessions.consent(session);

        retention().purge(BEFORE, NOW, archived::addAll);

        assertThat(pastSessions.consentEvents(session)).hasSize(2);
    }

    @Test
    void of_two_purges_at_the_same_moment_each_session_is_taken_by_one() {
        int sessions = 3 * PurgeCandidateQuery.PAGE_SIZE;
        IntStream.range(0, sessions).forEach(at -> pastSessions.ended(OLD.plusSeconds(at), "customer-1", 1));

        List<PurgeCounts> counts = TwoThreads.runTwice(() -> retention().purge(BEFORE, NOW, lines -> {
            synchronized (archived) {
                archived.addAll(lines);
            }
        }));

        assertThat(counts)
                .extracting(PurgeCounts::sessions)
                .satisfies(taken -> assertThat(
                                taken.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(sessions));
        assertThat(archived).hasSizeGreaterThanOrEqualTo(sessions);
        assertThat(Set.copyOf(archived)).hasSize(sessions);
    }

    private int names() {
        return database.read(handle -> handle.createQuery("SELECT count(DISTINCT purge) FROM kyc_purge")
                .mapTo(Integer.class)
                .one());
    }

    final RetentionStore retention() {
        return new JdbcRetentionStore(database, () -> breaths++);
    }

    final PastSessions past() {
        return pastSessions;
    }
}
