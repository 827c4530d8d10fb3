package dev.kycport.adapter.jdbc;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.session.Dossier;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.SessionStore;
import dev.kycport.tck.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Sessions of other times, stored as the store stores them. */
final class Past {

    private final Database database;
    private final SessionStore sessions;

    Past(Database database) {
        this.database = database;
        this.sessions = new JdbcSessionStore(
                database, new TinkIdentitySeal(Keys.generate().identity()));
    }

    /** A session that has ended, with so many entries. */
    SessionSnapshot ended(Instant opened, String subject, int entries) {
        SessionSnapshot session =
                SessionSnapshot.of(KycSession.open(dossier(opened, subject)).end(EndReason.CANCELLED));
        sessions.create(
                        session,
                        IntStream.range(0, entries)
                                .mapToObj(at -> entry(session, at))
                                .toList())
                .get();
        return session;
    }

    /** A session that nobody went on with. */
    SessionSnapshot opened(Instant opened, String subject) {
        return SessionSnapshot.of(KycSession.open(dossier(opened, subject)));
    }

    /** A session whose identity is still there. */
    SessionSnapshot verified(Instant opened) {
        return new SessionSnapshot(
                dossier(opened, "customer-1"),
                SessionState.VERIFIED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Sample.anyIdentity(Flow.DIRECT_OTP)),
                Optional.of(opened.plus(Duration.ofDays(1))),
                Optional.empty(),
                Optional.empty());
    }

    void store(SessionSnapshot session) {
        sessions.create(session, List.of()).get();
    }

    Optional<SessionSnapshot> find(SessionSnapshot session) {
        return sessions.find(session.dossier().id());
    }

    void add(AuditEntry entry) {
        new JdbcAuditTrail(database).append(entry);
    }

    List<AuditEntry> trail(SessionSnapshot session) {
        return new JdbcAuditTrail(database).entries(session.dossier().id());
    }

    /** Every state that is left. */
    List<SessionState> states() {
        return database.read(handle -> handle.createQuery("SELECT DISTINCT state FROM kyc_session")
                .mapTo(String.class)
                .map(code -> JsonRecord.named(SessionState.values(), SessionState::code, code))
                .list());
    }

    void consent(SessionSnapshot session) {
        Dossier dossier = session.dossier();
        JdbcConsentLedger ledger = new JdbcConsentLedger(database);
        ledger.append(
                        new ConsentEvent.WasAsked(
                                dossier.consent(), dossier.openedAt(), Sample.anyTerms(dossier.provider())),
                        0)
                .get();
        ledger.append(
                        new ConsentEvent.WasGiven(
                                dossier.consent(), dossier.openedAt(), ConsentMethod.CHECKBOX, Sample.CONSENT_LIFE),
                        1)
                .get();
    }

    List<ConsentEvent> consentEvents(SessionSnapshot session) {
        return new JdbcConsentLedger(database).events(session.dossier().consent());
    }

    /** One of the session's entries, each at another time. */
    AuditEntry entry(SessionSnapshot session, int at) {
        return new AuditEntry(
                session.dossier().id(),
                session.dossier().openedAt().plusSeconds(at),
                AuditEntry.Kind.INTENT,
                SessionState.OPENED,
                SessionState.ENDED,
                session.dossier().provider(),
                Optional.of(ProviderCall.SEND_CODE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Dossier dossier(Instant opened, String subject) {
        return new Dossier(
                Sample.anySessionId(),
                Flow.DIRECT_OTP,
                Sample.anyProvider(),
                new SubjectRef(subject),
                Sample.anyConsentId(),
                Sample.anyPurpose(),
                opened,
                opened.plus(Duration.ofMinutes(30)),
                0);
    }
}
