package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionHeader;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.SessionStore;
import dev.kycport.tck.concurrency.Race;
import dev.kycport.tck.sample.FailingList;
import dev.kycport.tck.sample.SampleValues;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a {@link SessionStore} owes: one write wins, state and entries stand or fall together, and time takes its course. */
public abstract class SessionStoreContract extends ReconciliationContract {

    private static final int ROUNDS = 20;
    private static final int RUNNERS = 4;

    /** For the adapter's test. */
    protected SessionStoreContract() {}

    /** If it fails, check that what was stored is what is read. */
    @Test
    final void a_created_session_is_found() {
        SessionSnapshot session = SampleValues.anySnapshot();

        Either<KycFailure, SessionSnapshot> created = store().create(session, List.of());

        assertThat(created).isEqualTo(Either.right(session));
        assertThat(found(session)).isEqualTo(session);
    }

    /** If it fails, check that an id nobody stored is an absence and not an error. */
    @Test
    final void an_unknown_session_is_nothing() {
        created();

        assertThat(store().find(SampleValues.anySessionId())).isEmpty();
    }

    /** If it fails, check which state's parts are lost or changed on the way to storage and back. */
    @Test
    final void every_state_is_restored_as_it_was() {
        assertThat(SampleValues.everySnapshot()).allSatisfy(session -> {
            store().create(session, List.of()).get();

            assertThat(found(session)).isEqualTo(session);
            assertThat(found(session).restore()).isEqualTo(session.restore());
        });
    }

    /** If it fails, check that a second session of an id is refused instead of replacing the first. */
    @Test
    final void a_taken_id_is_busy_and_changes_nothing() {
        SessionSnapshot session = created();

        Either<KycFailure, SessionSnapshot> again = store().create(next(session), entries(session, "intruder"));

        assertThat(again).isEqualTo(Either.left(new SessionRejection.Busy()));
        assertThat(found(session)).isEqualTo(session);
        assertThat(trail(session)).isEmpty();
    }

    /** If it fails, check that the next state takes the place of the one before. */
    @Test
    final void a_replaced_session_is_found_as_replaced() {
        SessionSnapshot session = created();

        Either<KycFailure, SessionSnapshot> replaced = store().replace(0, next(session), List.of());

        assertThat(replaced).isEqualTo(Either.right(next(session)));
        assertThat(found(session)).isEqualTo(next(session));
    }

    /** If it fails, check the condition on the revision: somebody else was faster, so nothing may be written. */
    @Test
    final void a_stale_revision_is_busy_and_changes_nothing() {
        SessionSnapshot session = created();
        store().replace(0, next(session), List.of()).get();

        Either<KycFailure, SessionSnapshot> late = store().replace(0, afterNext(session), List.of());

        assertThat(late).isEqualTo(Either.left(new SessionRejection.Busy()));
        assertThat(found(session)).isEqualTo(next(session));
    }

    /** If it fails, check that the revision is compared for equality: one that was never stored is no better than a stale one. */
    @Test
    final void a_revision_from_the_future_is_busy_and_changes_nothing() {
        SessionSnapshot session = created();

        Either<KycFailure, SessionSnapshot> early = store().replace(1, afterNext(session), List.of());

        assertThat(early).isEqualTo(Either.left(new SessionRejection.Busy()));
        assertThat(found(session)).isEqualTo(session);
    }

    /** If it fails, check that replacing never creates. */
    @Test
    final void an_unknown_session_cannot_be_replaced() {
        SessionSnapshot stranger = SampleValues.anySnapshot();

        Either<KycFailure, SessionSnapshot> replaced = store().replace(0, next(stranger), List.of());

        assertThat(replaced).isEqualTo(Either.left(new SessionRejection.Busy()));
        assertThat(store().find(stranger.header().id())).isEmpty();
    }

    /** If it fails, check that the entries are written in the same transaction as the state. */
    @Test
    final void entries_are_stored_with_the_state_they_describe() {
        SessionSnapshot session = SampleValues.anySnapshot();

        store().create(session, entries(session, "a", "b")).get();
        store().replace(0, next(session), entries(session, "c", "d")).get();

        assertThat(trail(session)).isEqualTo(entries(session, "a", "b", "c", "d"));
    }

    /** If it fails, check that the entries of a refused write are not written before the revision is compared. */
    @Test
    final void entries_of_a_refused_write_are_not_stored() {
        SessionSnapshot session = created();

        store().replace(7, next(session), entries(session, "refused"));
        store().create(session, entries(session, "refused"));

        assertThat(trail(session)).isEmpty();
    }

    /** If it fails, check that a session is not stored before its entries are certain. */
    @Test
    final void a_creation_that_breaks_half_way_leaves_nothing() {
        SessionSnapshot session = SampleValues.anySnapshot();

        assertThatThrownBy(() -> store().create(session, breaking(session))).isInstanceOf(RuntimeException.class);

        assertThat(store().find(session.header().id())).isEmpty();
        assertThat(trail(session)).isEmpty();
    }

    /** If it fails, check that an exception inside the transaction takes back the state and every entry. */
    @Test
    final void a_replacement_that_breaks_half_way_leaves_nothing() {
        SessionSnapshot session = created();

        assertThatThrownBy(() -> store().replace(0, next(session), breaking(session)))
                .isInstanceOf(RuntimeException.class);

        assertThat(found(session)).isEqualTo(session);
        assertThat(trail(session)).isEmpty();
    }

    /** If it fails, check that a write touches the row of its own session only. */
    @Test
    final void sessions_do_not_touch_each_other() {
        SessionSnapshot one = created();
        SessionSnapshot other = created();

        store().replace(0, next(one), entries(one, "mine")).get();

        assertThat(found(other)).isEqualTo(other);
        assertThat(trail(other)).isEmpty();
    }

    /** If it fails, check that the given list is copied: the trail must not change afterwards. */
    @Test
    final void a_list_that_changes_afterwards_changes_nothing_stored() {
        SessionSnapshot session = SampleValues.anySnapshot();
        List<AuditEntry> given = new ArrayList<>(entries(session, "a"));

        store().create(session, given).get();
        given.clear();

        assertThat(trail(session)).isEqualTo(entries(session, "a"));
    }

    /** If it fails, check that comparing and writing are one step: two submissions of one code would both be judged. */
    @Test
    final void of_many_replacements_of_one_revision_exactly_one_wins() {
        for (int round = 0; round < ROUNDS; round++) {
            SessionSnapshot session = created();

            List<Either<KycFailure, SessionSnapshot>> results = Race.run(
                    RUNNERS, runner -> store().replace(0, next(session), entries(session, "runner-" + runner)));

            assertThat(results).filteredOn(Either::isRight).hasSize(1);
            assertThat(trail(session)).isEqualTo(entries(session, "runner-" + winner(results)));
        }
    }

    /** If it fails, check that looking for the id and storing it are one step. */
    @Test
    final void of_many_creations_of_one_id_exactly_one_wins() {
        for (int round = 0; round < ROUNDS; round++) {
            SessionSnapshot session = SampleValues.anySnapshot();

            List<Either<KycFailure, SessionSnapshot>> results =
                    Race.run(RUNNERS, runner -> store().create(session, entries(session, "runner-" + runner)));

            assertThat(results).filteredOn(Either::isRight).hasSize(1);
            assertThat(trail(session)).isEqualTo(entries(session, "runner-" + winner(results)));
        }
    }

    /** If it fails, check that the sessions of one person are found without their ids, sorted by when they were opened. */
    @Test
    final void the_live_sessions_of_a_person_are_found_the_latest_first() {
        SubjectRef person = somebody();
        SessionSnapshot first = opened(person, SampleValues.NOW);
        SessionSnapshot second = opened(person, SampleValues.NOW.plusSeconds(1));
        store().create(second, List.of()).get();
        store().create(first, List.of()).get();
        store().replace(0, next(first), List.of()).get();

        assertThat(store().findLive(person))
                .containsExactly(second.header().id(), first.header().id());
    }

    /** If it fails, check that nobody is led to the session of another person, or back to one that is over. */
    @Test
    final void sessions_of_others_and_those_that_are_over_are_not_live() {
        List<SessionSnapshot> over = SampleValues.everySnapshot().stream()
                .filter(session -> !session.state().isLive())
                .toList();
        over.forEach(session -> store().create(session, List.of()).get());

        assertThat(over)
                .isNotEmpty()
                .allSatisfy(
                        session -> assertThat(store().findLive(session.header().subject()))
                                .doesNotContain(session.header().id()));
        assertThat(store().findLive(somebody())).isEmpty();
    }

    private static SubjectRef somebody() {
        return new SubjectRef("customer-" + SampleValues.anySessionId().value());
    }

    private static SessionSnapshot opened(SubjectRef person, Instant at) {
        SessionHeader any = SampleValues.anySnapshot().header();
        return SessionSnapshot.of(KycSession.open(new SessionHeader(
                any.id(),
                any.flow(),
                any.provider(),
                person,
                any.consent(),
                any.purpose(),
                at,
                at.plus(Duration.ofMinutes(30)),
                0)));
    }

    private SessionStore store() {
        return underTest().sessions();
    }

    private SessionSnapshot found(SessionSnapshot session) {
        return store().find(session.header().id()).orElseThrow(() -> new AssertionError("the session is gone"));
    }

    private static int winner(List<Either<KycFailure, SessionSnapshot>> results) {
        return IntStream.range(0, results.size())
                .filter(runner -> results.get(runner).isRight())
                .findFirst()
                .orElseThrow();
    }

    private static SessionSnapshot next(SessionSnapshot session) {
        return SampleValues.successorsOf(session).get(0);
    }

    private static SessionSnapshot afterNext(SessionSnapshot session) {
        return SampleValues.successorsOf(session).get(1);
    }

    private static List<AuditEntry> breaking(SessionSnapshot session) {
        return new FailingList<>(entries(session, "half").get(0));
    }
}
