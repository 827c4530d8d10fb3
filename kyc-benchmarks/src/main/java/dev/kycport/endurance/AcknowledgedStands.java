package dev.kycport.endurance;

import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.AuditEntry;
import java.util.List;
import java.util.stream.Stream;

/** Whatever a person was told stands in the stores: that revision, or a later one that came after it. */
final class AcknowledgedStands implements Check {

    @Override
    public Stream<String> violations(Evidence evidence) {
        return Stream.concat(
                evidence.story().landings().stream().flatMap(told -> missing(evidence, told)), unwithdrawn(evidence));
    }

    private static Stream<String> missing(Evidence evidence, Landing told) {
        if (evidence.stored().isEmpty()) {
            return Stream.of("was told of revision " + told.revision() + ", and there is no such session");
        }
        SessionSnapshot stored = evidence.stored().get();
        long revision = stored.dossier().revision();
        if (revision < told.revision()) {
            return Stream.of("was told of revision " + told.revision() + ", and the store is at " + revision);
        }
        Landing there = Landing.of(stored);
        return Stream.concat(
                Check.that(
                        revision > told.revision() || there.equals(told),
                        "was told " + told + ", and the store says " + there),
                untrailed(evidence.moves(), told));
    }

    private static Stream<String> untrailed(List<AuditEntry> moves, Landing told) {
        return Check.that(
                moves.size() > told.revision()
                        && moves.get((int) told.revision()).to().code().equals(told.state()),
                "was told of " + told.state() + " at revision " + told.revision() + ", which the trail does not know");
    }

    private static Stream<String> unwithdrawn(Evidence evidence) {
        return Check.that(
                !evidence.story().isWithdrawn()
                        || evidence.consent().stream().anyMatch(ConsentEvent.WasWithdrawn.class::isInstance),
                "took the consent back, and the ledger does not know");
    }
}
