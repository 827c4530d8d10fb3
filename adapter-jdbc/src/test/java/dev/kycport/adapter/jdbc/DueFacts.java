package dev.kycport.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.SessionStore;
import dev.kycport.ports.SessionStore.Settled;
import dev.kycport.ports.Stores;
import dev.kycport.tck.Sample;
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
abstract class DueFacts extends GroundFacts {

    static final Instant NOW = Sample.NOW;
    static final Instant DUE = NOW.plus(Duration.ofMinutes(30));

    @Test
    void more_than_one_transaction_takes_are_settled_once_each() {
        int many = 2 * DueRows.AT_ONCE + 1;
        List<SessionSnapshot> sessions =
                Stream.generate(this::opened).limit(many).toList();

        int settled = sessions().settleDue(DUE, DueFacts::moved);

        assertThat(settled).isEqualTo(many);
        assertThat(sessions)
                .allSatisfy(session ->
                        assertThat(stores.audit().entries(id(session))).hasSize(1));
    }

    @Test
    void a_row_that_cannot_be_read_keeps_no_other_from_being_settled() {
        SessionSnapshot damaged = opened();
        SessionSnapshot sound = opened();
        ground.tamper("UPDATE kyc_session SET snapshot = '{}' WHERE id = '" + id(damaged) + "'");

        int settled = sessions().settleDue(DUE, DueFacts::moved);

        assertThat(settled).isEqualTo(1);
        assertThat(sessions().find(id(sound))).contains(next(sound));
    }

    @Test
    void a_step_under_way_does_not_hide_a_withdrawal_from_settling() {
        SessionSnapshot session = opened();
        withdraw(session.dossier().consent());

        sessions().replace(0, next(session), List.of()).get();

        assertThat(seen(NOW)).containsExactly(next(session));
    }

    @Test
    void a_session_that_ended_after_its_withdrawal_is_not_due_any_more() {
        SessionSnapshot session = opened();
        withdraw(session.dossier().consent());

        int settled = sessions().settleDue(NOW, due -> Optional.of(new Settled(Endings.of(due), List.of())));

        assertThat(settled).isEqualTo(1);
        assertThat(seen(DUE)).isEmpty();
    }

    @Test
    void a_withdrawal_touches_the_sessions_of_its_own_consent_alone() {
        SessionSnapshot other = opened();
        SessionSnapshot session = opened();

        withdraw(session.dossier().consent());

        assertThat(seen(NOW)).containsExactly(session);
        assertThat(seen(DUE)).contains(other);
    }

    @Test
    void a_refused_withdrawal_makes_nothing_due() {
        SessionSnapshot session = opened();

        stores.consents().append(new ConsentEvent.WasWithdrawn(session.dossier().consent(), NOW), 5);

        assertThat(seen(NOW)).isEmpty();
    }

    @Test
    void settling_reads_the_ledger_though_there_is_but_one_connection() {
        opened();
        try (Stores narrow = ground.open(ground.settings().with("pool-size", 1))) {
            List<ConsentEvent> read = new ArrayList<>();

            narrow.sessions().settleDue(DUE, due -> {
                read.addAll(narrow.consents().events(due.dossier().consent()));
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
        SessionSnapshot session = Sample.anySnapshot();
        stores.consents()
                .append(
                        new ConsentEvent.WasAsked(
                                session.dossier().consent(), NOW, Sample.anyTerms(Sample.anyProvider())),
                        0)
                .get();
        return sessions().create(session, List.of()).get();
    }

    List<SessionSnapshot> seen(Instant now) {
        List<SessionSnapshot> seen = new ArrayList<>();
        sessions().settleDue(now, due -> {
            seen.add(due);
            return Optional.empty();
        });
        return seen;
    }

    static SessionId id(SessionSnapshot session) {
        return session.dossier().id();
    }

    private void withdraw(ConsentId consent) {
        stores.consents().append(new ConsentEvent.WasWithdrawn(consent, NOW), 1).get();
    }

    static Optional<Settled> moved(SessionSnapshot due) {
        return Optional.of(new Settled(next(due), List.of(Sample.anyEntry(id(due)))));
    }

    private static SessionSnapshot next(SessionSnapshot session) {
        return Sample.successorsOf(session).get(0);
    }
}
