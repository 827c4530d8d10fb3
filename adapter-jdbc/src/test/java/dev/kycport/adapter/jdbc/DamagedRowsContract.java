package dev.kycport.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.adapter.jdbc.fixture.DatabaseContract;
import dev.kycport.adapter.jdbc.fixture.StoredSessionFixtures;
import dev.kycport.app.KycService;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.RetentionStore;
import dev.kycport.ports.store.UnreadableRecordException;
import dev.kycport.tck.sample.SampleValues;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What becomes of sessions, and of all others, when a row of theirs cannot be read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class DamagedRowsContract extends DatabaseContract {

    private static final Instant NOW = SampleValues.NOW;
    private static final Instant OVER = NOW.plus(Duration.ofDays(1));

    @Test
    void a_damaged_consent_keeps_no_session_from_being_settled() {
        SessionId damaged = id(StoredSessionFixtures.opened(stores));
        SessionId sound = id(StoredSessionFixtures.opened(stores));
        databaseFixture.tamper("UPDATE kyc_consent_event SET event = '{}' WHERE consent = '"
                + session(damaged).header().consent().value() + "'");

        int settled = settle(OVER);

        assertThat(settled).isEqualTo(2);
        assertThat(session(damaged).endReason()).contains(EndReason.EXPIRED);
        assertThat(session(sound).endReason()).contains(EndReason.EXPIRED);
    }

    @Test
    void an_identity_that_does_not_open_stays_until_its_time_is_over_and_is_erased_then() {
        SessionId id = id(StoredSessionFixtures.verified(stores));
        lock(id);

        assertThat(settle(NOW)).isZero();
        assertThat(settle(OVER)).isEqualTo(1);

        assertThat(session(id).endReason()).contains(EndReason.EXPIRED);
        assertThat(sealed()).isZero();
        assertThat(stores.audit().entries(id)).last().satisfies(entry -> {
            assertThat(entry.from()).isEqualTo(SessionState.VERIFIED);
            assertThat(entry.to()).isEqualTo(SessionState.ENDED);
        });
    }

    @Test
    void an_identity_that_does_not_open_is_erased_when_its_consent_is_withdrawn() {
        ConsentId consent = StoredSessionFixtures.verified(stores);
        SessionId id = id(consent);
        lock(id);
        ConsentEvent withdrawn = new ConsentEvent.WasWithdrawn(consent, NOW);
        stores.consents().append(withdrawn, stores.consents().events(consent).size());

        assertThat(settle(NOW)).isEqualTo(1);

        assertThat(session(id).endReason()).contains(EndReason.CONSENT_WITHDRAWN);
        assertThat(sealed()).isZero();
    }

    @Test
    void a_consent_can_be_withdrawn_though_its_identity_does_not_open() {
        SessionId id = id(StoredSessionFixtures.verified(stores));
        lock(id);

        assertThat(at(NOW).withdrawConsent(id).get().session().state()).isEqualTo(SessionState.ENDED);

        assertThat(session(id).endReason()).contains(EndReason.CONSENT_WITHDRAWN);
        assertThat(sealed()).isZero();
        assertThat(stores.consents().events(session(id).header().consent()))
                .last()
                .isInstanceOf(ConsentEvent.WasWithdrawn.class);
        assertThat(stores.audit().entries(id))
                .last()
                .extracting(AuditEntry::from)
                .isEqualTo(SessionState.VERIFIED);
    }

    @Test
    void a_damaged_consent_keeps_no_other_of_that_person_from_being_withdrawn() {
        ConsentId damaged = StoredSessionFixtures.verified(stores);
        ConsentId sound = StoredSessionFixtures.verified(stores);
        SubjectRef person = session(id(sound)).header().subject();
        databaseFixture.tamper("UPDATE kyc_consent_event SET event = '{}' WHERE consent = '" + damaged + "'");

        assertThatThrownBy(() -> at(NOW).withdrawConsents(person)).isInstanceOf(UnreadableRecordException.class);

        assertThat(stores.consents().events(sound)).last().isInstanceOf(ConsentEvent.WasWithdrawn.class);
    }

    @Test
    void a_damaged_session_does_not_keep_its_consent_from_being_withdrawn() {
        ConsentId consent = StoredSessionFixtures.verified(stores);
        databaseFixture.tamper("UPDATE kyc_session SET snapshot = '{}'");

        assertThat(at(NOW).withdrawConsent(consent).get().sessions()).isEmpty();

        assertThat(stores.consents().events(consent)).last().isInstanceOf(ConsentEvent.WasWithdrawn.class);
    }

    @Test
    void an_identity_in_a_row_that_cannot_be_read_stays_until_its_time_is_over_and_is_erased_then() {
        StoredSessionFixtures.verified(stores);
        databaseFixture.tamper("UPDATE kyc_session SET snapshot = '{}'");

        settle(NOW);
        assertThat(sealed()).isEqualTo(1);

        settle(OVER);
        assertThat(sealed()).isZero();
    }

    @Test
    void a_damaged_hold_is_reported_without_what_is_in_it() {
        RetentionStore retention = stores.admin().orElseThrow().retention();
        retention.placeHold(new SubjectRef("customer-1"), "order 12", NOW);
        databaseFixture.tamper("UPDATE kyc_hold SET since = 'some day'");

        assertThatThrownBy(retention::findHolds)
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageNotContaining("some day");
    }

    @Test
    void nobody_is_shown_a_session_whose_identity_does_not_open() {
        SessionId id = id(StoredSessionFixtures.verified(stores));
        lock(id);

        assertThatThrownBy(() -> at(NOW).findSession(id)).isInstanceOf(UnreadableRecordException.class);
    }

    private int settle(Instant at) {
        return at(at).reconcileDueSessions().sessions();
    }

    private KycService at(Instant now) {
        return KycService.builder(stores, new KycEnvironment(() -> now, byte[]::new))
                .build();
    }

    // Whose it is is sealed with it, so in the row of somebody else it does not open.
    private void lock(SessionId id) {
        databaseFixture.tamper("UPDATE kyc_session SET subject = 'somebody-else' WHERE id = '" + id + "'");
    }

    private long sealed() {
        return stores.admin().orElseThrow().keyUsage().countByKey().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private SessionSnapshot session(SessionId id) {
        return stores.sessions().find(id).orElseThrow();
    }

    // Whatever is stored is due one day.
    private SessionId id(ConsentId consent) {
        List<SessionId> found = new ArrayList<>();
        stores.sessions().reconcileDue(OVER, due -> {
            if (due.header().consent().equals(consent)) {
                found.add(due.header().id());
            }
            return Optional.empty();
        });
        return found.get(0);
    }
}
