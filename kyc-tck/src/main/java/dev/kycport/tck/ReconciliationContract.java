package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.store.ConsentLedger;
import dev.kycport.ports.store.SessionStore;
import dev.kycport.tck.concurrency.Race;
import dev.kycport.tck.sample.SampleSessions;
import dev.kycport.tck.sample.SampleValues;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a session store owes to time: everything that is due is reconciled once, by however many threads. */
public abstract class ReconciliationContract extends StoresContract {

    private static final int ROUNDS = 20;
    private static final int RUNNERS = 4;
    private static final int CROWD = 8;
    private static final Instant DUE = SampleValues.NOW.plus(Duration.ofMinutes(30));

    ReconciliationContract() {}

    /** If it fails, check that state and entries are stored as by a replacement, and counted. */
    @Test
    final void a_due_session_is_settled_with_its_entries() {
        SessionSnapshot session = created();

        int settled = settle(DUE, due -> Optional.of(moved(due, "settled")));

        assertThat(settled).isEqualTo(1);
        assertThat(underTest().sessions().find(id(session))).contains(next(session));
        assertThat(trail(session)).isEqualTo(entries(session, "settled"));
    }

    /** If it fails, check how the instant of each state is stored and compared: due at that instant, and not before. */
    @Test
    final void exactly_what_is_due_is_handed_over() {
        List<SessionSnapshot> sessions = SampleValues.everySnapshot();
        sessions.forEach(
                session -> underTest().sessions().create(session, List.of()).get());

        instants(sessions)
                .forEach(now -> assertThat(seen(now))
                        .containsExactlyInAnyOrderElementsOf(sessions.stream()
                                .filter(session -> isDue(session, now))
                                .toList()));
    }

    /** If it fails, check the order: after an outage those who waited longest come first. */
    @Test
    final void the_longest_due_comes_first() {
        List<SessionSnapshot> sessions = SampleValues.everySnapshot();
        sessions.forEach(
                session -> underTest().sessions().create(session, List.of()).get());

        List<Instant> order = seen(DUE.plus(Duration.ofDays(2))).stream()
                .flatMap(session -> session.dueAt().stream())
                .toList();

        assertThat(order).hasSizeGreaterThan(RUNNERS).isSorted();
    }

    /** If it fails, check that the round goes on behind a session that stays, and does not come back to it. */
    @Test
    final void what_is_left_alone_stays_as_it_is_and_is_seen_once_a_round() {
        List<SessionSnapshot> sessions = crowd();

        assertThat(seen(DUE)).containsExactlyInAnyOrderElementsOf(sessions);
        assertThat(seen(DUE)).containsExactlyInAnyOrderElementsOf(sessions);

        assertThat(sessions).allSatisfy(session -> {
            assertThat(underTest().sessions().find(id(session))).contains(session);
            assertThat(trail(session)).isEmpty();
        });
    }

    /** If it fails, check that a session whose next state is due as well waits for the next round. */
    @Test
    final void what_is_settled_is_not_seen_again_in_the_same_round() {
        List<SessionSnapshot> sessions = crowd();

        int settled = settle(DUE, due -> Optional.of(moved(due, "settled")));

        assertThat(settled).isEqualTo(CROWD);
        assertThat(sessions).allSatisfy(session -> assertThat(trail(session)).hasSize(1));
    }

    /** If it fails, check that nothing is locked while it is decided, and that the revision is compared afterwards. */
    @Test
    final void a_step_that_is_made_while_settle_decides_wins() {
        SessionSnapshot session = created();
        List<SessionSnapshot> reported = new ArrayList<>();

        int settled = settle(DUE, due -> {
            assertThat(step(due)).isEqualTo(1);
            return Optional.of(reported(moved(due, "settled"), reported));
        });

        assertThat(settled).isZero();
        assertThat(reported).isEmpty();
        assertThat(underTest().sessions().find(id(session))).contains(next(session));
        assertThat(trail(session)).isEqualTo(entries(session, "step"));
    }

    /** If it fails, check that it is reported after the transaction, for each session once. */
    @Test
    final void whoever_settles_is_told_once_it_is_stored() {
        List<SessionSnapshot> sessions = crowd();
        List<SessionSnapshot> reported = new ArrayList<>();

        settle(DUE, due -> Optional.of(reported(moved(due, "settled"), reported)));

        assertThat(reported)
                .containsExactlyInAnyOrderElementsOf(
                        sessions.stream().map(ReconciliationContract::next).toList());
    }

    /** If it fails, check that what was decided before is stored, and that an exception is passed on. */
    @Test
    final void what_settle_throws_ends_the_round_and_leaves_what_was_stored() {
        List<SessionSnapshot> sessions = crowd();
        List<SessionSnapshot> seen = new ArrayList<>();

        assertThatThrownBy(() -> settle(DUE, due -> {
                    seen.add(due);
                    return seen.size() == 3 ? Optional.of(broken()) : Optional.of(moved(due, "settled"));
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(seen).hasSize(3);
        assertThat(sessions).allSatisfy(session -> {
            boolean stored = seen.subList(0, 2).contains(session);
            assertThat(underTest().sessions().find(id(session))).contains(stored ? next(session) : session);
            assertThat(trail(session)).hasSize(stored ? 1 : 0);
        });
    }

    /** If it fails, check that settling compares revisions, or holds the row from reading to writing. */
    @Test
    final void a_live_step_and_settling_never_undo_each_other() {
        for (int round = 0; round < ROUNDS; round++) {
            SessionSnapshot session = created();

            List<Integer> moves = Race.run(2, runner -> runner == 0 ? settleOnce(DUE) : step(session));

            long revision = underTest()
                    .sessions()
                    .find(id(session))
                    .orElseThrow()
                    .header()
                    .revision();
            assertThat(revision).isEqualTo(moves.get(0) + moves.get(1)).isPositive();
            assertThat(trail(session)).hasSize((int) revision);
            settle(DUE, due -> Optional.of(over(due)));
        }
    }

    /** If it fails, check that a session in the hands of another node is passed over. */
    @Test
    final void of_many_who_settle_at_once_each_session_is_settled_by_one() {
        for (int round = 0; round < ROUNDS; round++) {
            List<SessionSnapshot> sessions = crowd();

            List<Integer> settled = Race.run(RUNNERS, runner -> settle(DUE, ReconciliationContract::first));
            int rest = settle(DUE, ReconciliationContract::first);

            assertThat(settled.stream().mapToInt(Integer::intValue).sum() + rest)
                    .isEqualTo(CROWD);
            assertThat(sessions)
                    .allSatisfy(session -> assertThat(trail(session)).isEqualTo(entries(session, "settled")));
            settle(DUE, due -> Optional.of(over(due)));
        }
    }

    /** If it fails, check that settling holds no connection or lock that reading the ledger needs. */
    @Test
    final void the_ledger_can_be_read_while_a_session_is_settled() {
        SessionSnapshot session = created();
        ConsentId consent = session.header().consent();
        withdraw(consent);
        List<ConsentEvent> read = new ArrayList<>();

        settle(DUE, due -> {
            read.addAll(underTest().consents().events(consent));
            return Optional.empty();
        });

        assertThat(read).hasSize(3);
    }

    /** If it fails, check that a withdrawal in the ledger makes its sessions due, though their own time has not come. */
    @Test
    final void whatever_is_kept_under_a_withdrawn_consent_is_due_at_once() {
        List<SessionSnapshot> sessions = SampleValues.everySnapshot();
        sessions.forEach(
                session -> underTest().sessions().create(session, List.of()).get());
        sessions.forEach(session -> withdraw(session.header().consent()));

        assertThat(seen(SampleValues.NOW))
                .containsExactlyInAnyOrderElementsOf(sessions.stream()
                        .filter(session -> session.state() != SessionState.COMPLETED)
                        .filter(session -> session.state() != SessionState.ENDED)
                        .toList());
    }

    private int settle(Instant now, Function<SessionSnapshot, Optional<SessionStore.Reconciled>> settle) {
        return underTest().sessions().reconcileDue(now, settle);
    }

    private List<SessionSnapshot> seen(Instant now) {
        List<SessionSnapshot> seen = new ArrayList<>();
        int settled = settle(now, due -> {
            seen.add(due);
            return Optional.empty();
        });
        assertThat(settled).isZero();
        return seen;
    }

    private List<SessionSnapshot> crowd() {
        return Stream.generate(this::created).limit(CROWD).toList();
    }

    private int settleOnce(Instant now) {
        return settle(now, due -> due.header().revision() < 2 ? Optional.of(moved(due, "settled")) : Optional.empty());
    }

    private int step(SessionSnapshot session) {
        return underTest()
                        .sessions()
                        .replace(0, next(session), entries(session, "step"))
                        .isRight()
                ? 1
                : 0;
    }

    private void withdraw(ConsentId consent) {
        ConsentLedger ledger = underTest().consents();
        ledger.append(
                        new ConsentEvent.WasAsked(
                                consent, SampleValues.NOW, SampleValues.anyTerms(SampleValues.anyProvider())),
                        0)
                .get();
        ledger.append(
                        new ConsentEvent.WasGiven(
                                consent, SampleValues.NOW, ConsentMethod.CHECKBOX, SampleValues.CONSENT_LIFE),
                        1)
                .get();
        ledger.append(new ConsentEvent.WasWithdrawn(consent, SampleValues.NOW), 2)
                .get();
    }

    private static Optional<SessionStore.Reconciled> first(SessionSnapshot due) {
        return due.header().revision() == 0 ? Optional.of(moved(due, "settled")) : Optional.empty();
    }

    /** One revision further, wherever it is. */
    private static SessionStore.Reconciled moved(SessionSnapshot due, String code) {
        SessionSnapshot next = SampleValues.successorsOf(due).get(0);
        return new SessionStore.Reconciled(next, entries(due, code));
    }

    /** Adds what the store holds at that moment to the list. */
    private SessionStore.Reconciled reported(SessionStore.Reconciled reconciled, List<SessionSnapshot> reported) {
        return new SessionStore.Reconciled(
                reconciled.next(),
                reconciled.entries(),
                () -> reported.add(
                        underTest().sessions().find(id(reconciled.next())).orElseThrow()));
    }

    private static SessionStore.Reconciled over(SessionSnapshot due) {
        return new SessionStore.Reconciled(SampleSessions.ended(due), List.of());
    }

    private static SessionStore.Reconciled broken() {
        throw new IllegalStateException("settling breaks");
    }

    private static SessionSnapshot next(SessionSnapshot session) {
        return SampleValues.successorsOf(session).get(0);
    }

    private static SessionId id(SessionSnapshot session) {
        return session.header().id();
    }

    private static boolean isDue(SessionSnapshot session, Instant now) {
        return session.dueAt().filter(at -> !at.isAfter(now)).isPresent();
    }

    /** Every instant at which something becomes due, and the last before it that a database can distinguish. */
    private static Stream<Instant> instants(List<SessionSnapshot> sessions) {
        return sessions.stream()
                .flatMap(session -> session.dueAt().stream())
                .distinct()
                .flatMap(at -> Stream.of(at.minusNanos(1000), at));
    }
}
