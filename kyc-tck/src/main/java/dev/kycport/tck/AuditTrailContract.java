package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.AuditTrail;
import dev.kycport.tck.concurrency.Race;
import dev.kycport.tck.sample.SampleValues;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an {@link AuditTrail} owes: everything that happened, in order, for good. */
public abstract class AuditTrailContract extends StoresContract {

    private static final int RUNNERS = 4;
    private static final int ENTRIES_EACH = 25;

    /** For the adapter's test. */
    protected AuditTrailContract() {}

    /** If it fails, check that an entry is there once appending it has returned. */
    @Test
    final void an_appended_entry_is_on_record() {
        SessionSnapshot session = created();

        audit().append(SampleValues.anyEntry(session.header().id()));

        assertThat(trail(session))
                .containsExactly(SampleValues.anyEntry(session.header().id()));
    }

    /** If it fails, check that a session without entries is an empty list and not an error. */
    @Test
    final void an_unknown_session_has_no_entries() {
        audit().append(SampleValues.anyEntry(created().header().id()));

        assertThat(audit().entries(SampleValues.anySessionId())).isEmpty();
    }

    /** If it fails, check which kind, state, call or optional part of an entry is lost or changed. */
    @Test
    final void every_entry_is_restored_as_it_was() {
        SessionSnapshot session = created();
        List<AuditEntry> every = SampleValues.everyEntry(session.header().id());

        every.forEach(audit()::append);

        assertThat(trail(session)).isEqualTo(every);
    }

    /** If it fails, check by what the entries are sorted: by when they were stored, not by when they say it was. */
    @Test
    final void entries_keep_the_order_in_which_they_were_stored() {
        SessionSnapshot session = created();
        AuditEntry late = entries(session, "first").get(0);
        AuditEntry early = at(late, -60);

        audit().append(late);
        audit().append(early);
        audit().append(late);

        assertThat(trail(session)).containsExactly(late, early, late);
    }

    /** If it fails, check by what the last entry is found: by when it was stored, and among those of this session. */
    @Test
    final void the_last_entry_is_the_one_that_was_stored_last() {
        SessionSnapshot session = created();
        AuditEntry late = entries(session, "first").get(0);
        AuditEntry early = at(entries(session, "second").get(0), -60);

        audit().append(late);
        audit().append(early);
        audit().append(SampleValues.anyEntry(created().header().id()));

        assertThat(audit().findLast(session.header().id())).contains(early);
        assertThat(audit().findLast(SampleValues.anySessionId())).isEmpty();
    }

    /** If it fails, check that entries of the store and of the trail go to one and the same place. */
    @Test
    final void what_comes_with_a_state_and_what_comes_alone_is_one_trail() {
        SessionSnapshot session = SampleValues.anySnapshot();

        underTest().sessions().create(session, entries(session, "a")).get();
        entries(session, "b").forEach(audit()::append);
        underTest()
                .sessions()
                .replace(0, SampleValues.successorsOf(session).get(0), entries(session, "c"))
                .get();

        assertThat(trail(session)).isEqualTo(entries(session, "a", "b", "c"));
    }

    /** If it fails, check that the trail of one session holds nothing of another. */
    @Test
    final void sessions_do_not_touch_each_other() {
        SessionSnapshot one = created();
        SessionSnapshot other = created();

        entries(one, "mine").forEach(audit()::append);

        assertThat(trail(one)).isEqualTo(entries(one, "mine"));
        assertThat(trail(other)).isEmpty();
    }

    /** If it fails, check that the list handed out is a copy or cannot be changed: the trail is append-only. */
    @Test
    final void a_list_handed_out_is_no_way_in() {
        SessionSnapshot session = created();
        entries(session, "a").forEach(audit()::append);
        List<AuditEntry> before = trail(session);

        tryToEmpty(before);
        entries(session, "b").forEach(audit()::append);

        assertThat(trail(session)).isEqualTo(entries(session, "a", "b"));
    }

    /** If it fails, check that appending is safe for many threads: no entry is lost, and each thread's own stay in order. */
    @Test
    final void many_threads_lose_nothing() {
        SessionSnapshot session = created();

        Race.run(RUNNERS, runner -> {
            ofRunner(session, runner).forEach(audit()::append);
            return runner;
        });

        List<AuditEntry> trail = trail(session);
        assertThat(trail).hasSize(RUNNERS * ENTRIES_EACH);
        for (int runner = 0; runner < RUNNERS; runner++) {
            List<AuditEntry> mine = ofRunner(session, runner);
            assertThat(trail).filteredOn(mine::contains).isEqualTo(mine);
        }
    }

    private AuditTrail audit() {
        return underTest().audit();
    }

    private static List<AuditEntry> ofRunner(SessionSnapshot session, int runner) {
        return new ArrayList<>(entries(
                session,
                IntStream.range(0, ENTRIES_EACH)
                        .mapToObj(i -> "runner-" + runner + "-" + i)
                        .toArray(String[]::new)));
    }

    private static AuditEntry at(AuditEntry entry, long seconds) {
        return new AuditEntry(
                entry.session(),
                entry.at().plusSeconds(seconds),
                entry.kind(),
                entry.from(),
                entry.to(),
                entry.provider(),
                entry.call(),
                entry.code(),
                entry.trace(),
                entry.number());
    }
}
