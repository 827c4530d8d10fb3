package dev.kycport.endurance;

import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.session.Policies;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.ConsentRegister;
import dev.kycport.ports.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds journal and sightings against the stores. */
final class Examiner {

    private final Journal journal;
    private final Sightings sightings;
    private final Duration patience;
    private final Policies policies;

    Examiner(Journal journal, Sightings sightings, Duration patience, Policies policies) {
        this.journal = journal;
        this.sightings = sightings;
        this.patience = patience;
        this.policies = policies;
    }

    /** Opens the stores and looks at these people. */
    Findings examine(Installation installation, Collection<Subject> people, Instant now) {
        try (Stores stores = installation.open()) {
            return examine(stores, people, now);
        }
    }

    /** Opens the stores and looks at everything. */
    Findings examineAll(Installation installation, Instant now) {
        try (Stores stores = installation.open()) {
            return examineAll(stores, now);
        }
    }

    Findings examine(Stores stores, Collection<Subject> people, Instant now) {
        List<Evidence> evidence = people.stream()
                .sorted()
                .map(subject -> evidence(stores, journal.look(subject), now))
                .toList();
        return new Findings(evidence, evidence.stream().flatMap(this::examine).toList());
    }

    Findings examineAll(Stores stores, Instant now) {
        List<Subject> everyone = journal.stories().stream().map(Story::subject).toList();
        Findings found = examine(stores, everyone, now);
        List<String> violations = Stream.of(
                        found.violations().stream(),
                        sightings.senseless().stream().map(what -> "the vendor saw " + what),
                        new CodesKeepApart(policies.otp().resendGap()).violations(sightings.all()),
                        brokenChain(stores))
                .flatMap(any -> any)
                .toList();
        return new Findings(found.everyone(), violations);
    }

    /**
     * What came of looking.
     *
     * @param everyone who was looked at
     * @param violations what does not hold, in a sentence each
     */
    record Findings(List<Evidence> everyone, List<String> violations) {}

    private Stream<String> examine(Evidence evidence) {
        return Stream.concat(Check.all().stream().flatMap(check -> check.violations(evidence)), strangers(evidence))
                .map(found -> evidence.story().subject() + " " + found);
    }

    // Without a session that anybody was told of, nobody can have been asked about.
    private static Stream<String> strangers(Evidence evidence) {
        return Check.that(
                evidence.calls().isEmpty() || evidence.stored().isPresent(),
                "was asked about at the vendor without a session");
    }

    private static Stream<String> brokenChain(Stores stores) {
        return stores.keeping().stream()
                .map(Stores.Keeping::register)
                .map(ConsentRegister::verify)
                .flatMap(check -> check.broken().stream())
                .map(broken ->
                        "the ledger is broken at " + broken.consent() + "/" + broken.position() + ": " + broken.why());
    }

    private Evidence evidence(Stores stores, Story story, Instant now) {
        Optional<SessionSnapshot> stored = story.session().flatMap(stores.sessions()::find);
        List<AuditEntry> trail = story.session().map(stores.audit()::entries).orElseGet(List::of);
        List<ConsentEvent> consent = stored.map(found -> found.dossier().consent())
                .map(stores.consents()::events)
                .orElseGet(List::of);
        return new Evidence(story, sightings.of(story.subject()), stored, trail, consent, now, patience, policies);
    }
}
