package dev.kycport.endurance.invariant;

import java.util.List;
import java.util.stream.Stream;

/** Something that must hold for every session, whatever happened to the process, its neighbours and its database. */
public interface Invariant {

    /** What does not hold, in plain words; nothing where all is well. */
    Stream<String> violations(SessionEvidence sessionEvidence);

    /** All of them. */
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

    /** The message if it does not hold. */
    static Stream<String> check(boolean holds, String otherwise) {
        return holds ? Stream.empty() : Stream.of(otherwise);
    }
}
