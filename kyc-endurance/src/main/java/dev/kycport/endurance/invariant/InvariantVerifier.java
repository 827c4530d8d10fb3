package dev.kycport.endurance.invariant;

import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.endurance.system.SystemUnderTest;
import dev.kycport.endurance.user.StepJournal;
import dev.kycport.endurance.user.TestSubject;
import dev.kycport.endurance.user.UserHistory;
import dev.kycport.endurance.vendor.VendorCallLog;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.ConsentLedgerReader;
import dev.kycport.ports.store.Stores;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks the journal of the users and the call log of the vendor against the stores. */
public final class InvariantVerifier {

    private final StepJournal journal;
    private final VendorCallLog callLog;

    public InvariantVerifier(StepJournal journal, VendorCallLog callLog) {
        this.journal = journal;
        this.callLog = callLog;
    }

    /**
     * The result of a verification.
     *
     * @param evidence the evidence of each session
     * @param violations a sentence for each violation
     */
    public record Findings(List<SessionEvidence> evidence, List<String> violations) {}

    /** Checks the sessions of these subjects. */
    public Findings verify(Stores stores, Collection<TestSubject> subjects, Instant now) {
        List<SessionEvidence> evidence = subjects.stream()
                .sorted()
                .map(subject -> collectEvidence(stores, journal.history(subject), now))
                .toList();
        return new Findings(
                evidence,
                evidence.stream().flatMap(InvariantVerifier::violations).toList());
    }

    /** Checks all sessions, and what concerns no single session. */
    public Findings verifyAll(Stores stores, Instant now) {
        List<TestSubject> subjects =
                journal.histories().stream().map(UserHistory::subject).toList();
        Findings sessions = verify(stores, subjects, now);
        List<String> violations = Stream.of(
                        sessions.violations().stream(),
                        callLog.unknownCalls().stream().map(call -> "the vendor received " + call),
                        new ResendIntervalRespected(
                                        SystemUnderTest.POLICIES.otp().resendGap())
                                .violations(callLog.all()),
                        brokenChains(stores))
                .flatMap(part -> part)
                .toList();
        return new Findings(sessions.evidence(), violations);
    }

    private static Stream<String> violations(SessionEvidence evidence) {
        return Stream.concat(
                        Invariant.all().stream().flatMap(invariant -> invariant.violations(evidence)),
                        unknownSessions(evidence))
                .map(violation -> evidence.history().subject() + " " + violation);
    }

    private static Stream<String> unknownSessions(SessionEvidence evidence) {
        return Invariant.check(
                evidence.calls().isEmpty() || evidence.stored().isPresent(), "has vendor calls without a session");
    }

    private static Stream<String> brokenChains(Stores stores) {
        return stores.admin().stream()
                .map(Stores.AdminStores::ledgerReader)
                .map(ConsentLedgerReader::verifyChains)
                .flatMap(verification -> verification.firstBreak().stream())
                .map(broken -> "the ledger is broken at " + broken.consent() + "/" + broken.position() + ": "
                        + broken.reason());
    }

    private SessionEvidence collectEvidence(Stores stores, UserHistory history, Instant now) {
        Optional<SessionSnapshot> stored = history.session().flatMap(stores.sessions()::find);
        List<AuditEntry> trail = history.session().map(stores.audit()::entries).orElseGet(List::of);
        List<ConsentEvent> consent = stored.map(session -> session.header().consent())
                .map(stores.consents()::events)
                .orElseGet(List::of);
        return new SessionEvidence(history, callLog.callsOf(history.subject()), stored, trail, consent, now);
    }
}
