package dev.kycport.endurance.invariant;

import java.util.List;
import java.util.stream.Stream;

/** A condition that must hold for each session, whatever happened to its processes and its database. */
public interface Invariant {

    /** A description of each violation; empty if the invariant holds. */
    Stream<String> violations(SessionEvidence evidence);

    /** The invariants that hold in all circumstances. */
    static List<Invariant> all() {
        return List.of(
                new NoUnexpectedException(),
                new AcknowledgedStateIsStored(),
                new CallsHaveConsent(),
                new CodesMatchRequests(),
                new AttemptsAreSpent(),
                new TrailIsUnbroken(),
                new SessionIsRestorable());
    }

    /** The violation, unless the condition holds. */
    static Stream<String> check(boolean holds, String violation) {
        return holds ? Stream.empty() : Stream.of(violation);
    }
}
