package dev.kycport.adapter.jdbc.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.jdbc.fixture.DatabaseContract;
import dev.kycport.adapter.jdbc.fixture.EndedSessions;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.SessionStore;
import dev.kycport.ports.store.SessionStore.Reconciled;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.sample.SampleValues;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What settling owes on a database beyond the contract. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class DueSessionsContract extends DatabaseContract {

    static final Instant NOW = SampleValues.NOW;
    static final Instant DUE = NOW.plus(Duration.ofMinutes(30));

    @Test
    void more_than_one_transaction_takes_are_settled_once_each() {
        int many = 2 * DueSessionQuery.PAGE_SIZE + 1;
        List<SessionSnapshot> sessions =
                Stream.generate(this::opened).limit(many).toList();

        int settled = sessions().reconcileDue(DUE, DueSessionsContract::reconciled);

        assertThat(settled).isEqualTo(many);
        assertThat(sessions)
                .allSatisfy(session ->
                        assertThat(stores.audit().entries(id(session))).hasSize(1));
    }

    @Test
    void a_row_that_cannot_be_read_keeps_no_other_from_being_settled() {
        SessionSnapshot damaged = opened();
        SessionSnapshot sound = opened();
        databaseFixture.tamper("UPDATE kyc_session SET snapshot = '{}' WHERE id = '" + id(damaged) + "'");

        int settled = sessions().reconcileDue(DUE, DueSessionsContract::reconciled);

        assertThat(settled).isEqualTo(1);
        assertThat(sessions().find(id(sound))).contains(next(sound));
    }

    @Test
    void a_step_under_way_does_not_hide_a_withdrawal_from_settling() {
        SessionSnapshot session = opened();
        withdraw(session.header().consent());

        sessions().replace(0, next(session), List.of()).get();

        assertThat(dueSessions(NOW)).containsExactly(next(session));
    }

    @Test
    void a_session_that_ended_after_its_withdrawal_is_not_due_any_more() {
        SessionSnapshot session = opened();
        withdraw(session.header().consent());

        int settled =
                sessions().reconcileDue(NOW, due -> Optional.of(new Reconciled(EndedSessions.ended(due), List.of())));

        assertThat(settled).isEqualTo(1);
        assertThat(dueSessions(DUE)).isEmpty();
    }

    @Test
    void a_withdrawal_touches_the_sessions_of_its_own_consent_alone() {
        SessionSnapshot other = opened();
        SessionSnapshot session = opened();

        withdraw(session.header().consent());

        assertThat(dueSessions(NOW)).containsExactly(session);
        assertThat(dueSessions(DUE)).contains(other);
    }

    @Test
    void a_refused_withdrawal_makes_nothing_due() {
        SessionSnapshot session = opened();

        stores.consents().append(new ConsentEvent.WasWithdrawn(session.header().consent(), NOW), 5);

        assertThat(dueSessions(NOW)).isEmpty();
    }

    @Test
    void settling_reads_the_ledger_though_there_is_but_one_connection() {
        opened();
        try (Stores narrow = databaseFixture.open(databaseFixture.settings().with("pool-size", 1))) {
            List<ConsentEvent> read = new ArrayList<>();

            narrow.sessions().reconcileDue(DUE, due -> {
                read.addAll(narrow.consents().events(due.header().consent()));
                return Optional.empty();
            });

            assertThat(read).hasSize(1);
        }
    }

    SessionStore sessions() {
        return stores.sessions();
    }

    /** Stored with the first link of its consent. */
    SessionSnapshot opened() {
        SessionSnapshot session = SampleValues.anySnapshot();
        stores.consents()
                .append(
                        new ConsentEvent.WasAsked(
                                session.header().consent(), NOW, SampleValues.anyTerms(SampleValues.anyProvider())),
                        0)
                .get();
        return sessions().create(session, List.of()).get();
    }

    List<SessionSnapshot> dueSessions(Instant now) {
        List<SessionSnapshot> seen = new ArrayList<>();
        sessions().reconcileDue(now, due -> {
            seen.add(due);
            return Optional.empty();
        });
        return seen;
    }

    static SessionId id(SessionSnapshot session) {
        return session.header().id();
    }

    private void withdraw(ConsentId consent) {
        stores.consents().append(new ConsentEvent.WasWithdrawn(consent, NOW), 1).get();
    }

    static Optional<Reconciled> reconciled(SessionSnapshot due) {
        return Optional.of(new Reconciled(next(due), List.of(SampleValues.anyEntry(id(due)))));
    }

    private static SessionSnapshot next(SessionSnapshot session) {
        return SampleValues.successorsOf(session).get(0);
    }
}
