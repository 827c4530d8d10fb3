package dev.kycport.endurance.invariant;

import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.session.Policies;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.endurance.system.SystemUnderTest;
import dev.kycport.endurance.user.StepJournal;
import dev.kycport.endurance.user.TestSubject;
import dev.kycport.endurance.user.UserHistory;
import dev.kycport.endurance.vendor.VendorCallLog;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.ConsentLedgerReader;
import dev.kycport.ports.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds journal and sightings against the stores. */
public final class InvariantVerifier {

    private final StepJournal stepJournal;
    private final VendorCallLog vendorCallLog;
    private final Duration callTimeout;
    private final Policies policies;

    public InvariantVerifier(
            StepJournal stepJournal, VendorCallLog vendorCallLog, Duration patience, Policies policies) {
        this.stepJournal = stepJournal;
        this.vendorCallLog = vendorCallLog;
        this.callTimeout = patience;
        this.policies = policies;
    }

    /** Opens the stores and looks at these people. */
    public Findings verify(SystemUnderTest systemUnderTest, Collection<TestSubject> subjects, Instant now) {
        try (Stores stores = systemUnderTest.openStores()) {
            return verify(stores, subjects, now);
        }
    }

    /** Opens the stores and looks at everything. */
    public Findings verifyAll(SystemUnderTest systemUnderTest, Instant now) {
        try (Stores stores = systemUnderTest.openStores()) {
            return verifyAll(stores, now);
        }
    }

    Findings verify(Stores stores, Collection<TestSubject> subjects, Instant now) {
        List<SessionEvidence> evidence = subjects.stream()
                .sorted()
                .map(testSubject -> collectEvidence(stores, stepJournal.history(testSubject), now))
                .toList();
        return new Findings(evidence, evidence.stream().flatMap(this::verify).toList());
    }

    public Findings verifyAll(Stores stores, Instant now) {
        List<TestSubject> subjects =
                stepJournal.histories().stream().map(UserHistory::subject).toList();
        Findings found = verify(stores, subjects, now);
        List<String> violations = Stream.of(
                        found.violations().stream(),
                        vendorCallLog.unknownCalls().stream().map(what -> "the vendor saw " + what),
                        new ResendIntervalRespected(policies.otp().resendGap()).violations(vendorCallLog.all()),
                        brokenChains(stores))
                .flatMap(part -> part)
                .toList();
        return new Findings(found.evidence(), violations);
    }

    /**
     * What came of looking.
     *
     * @param evidence who was looked at
     * @param violations what does not hold, in a sentence each
     */
    public record Findings(List<SessionEvidence> evidence, List<String> violations) {}

    private Stream<String> verify(SessionEvidence sessionEvidence) {
        return Stream.concat(
                        Invariant.all().stream().flatMap(invariant -> invariant.violations(sessionEvidence)),
                        unknownSessions(sessionEvidence))
                .map(found -> sessionEvidence.history().subject() + " " + found);
    }

    // Without a session that anybody was told of, nobody can have been asked about.
    private static Stream<String> unknownSessions(SessionEvidence sessionEvidence) {
        return Invariant.check(
                sessionEvidence.calls().isEmpty() || sessionEvidence.stored().isPresent(),
                "was asked about at the vendor without a session");
    }

    private static Stream<String> brokenChains(Stores stores) {
        return stores.admin().stream()
                .map(Stores.AdminStores::ledgerReader)
                .map(ConsentLedgerReader::verifyChains)
                .flatMap(chainVerification -> chainVerification.firstBreak().stream())
                .map(broken -> "the ledger is broken at " + broken.consent() + "/" + broken.position() + ": "
                        + broken.reason());
    }

    private SessionEvidence collectEvidence(Stores stores, UserHistory userHistory, Instant now) {
        Optional<SessionSnapshot> stored = userHistory.session().flatMap(stores.sessions()::find);
        List<AuditEntry> trail =
                userHistory.session().map(stores.audit()::entries).orElseGet(List::of);
        List<ConsentEvent> consent = stored.map(found -> found.header().consent())
                .map(stores.consents()::events)
                .orElseGet(List::of);
        return new SessionEvidence(
                userHistory,
                vendorCallLog.callsOf(userHistory.subject()),
                stored,
                trail,
                consent,
                now,
                callTimeout,
                policies);
    }
}
