package dev.kycport.endurance;

import java.util.List;
import java.util.stream.Stream;

/** Something that must hold for every session, whatever happened to the process, its neighbours and its database. */
interface Check {

    /** What does not hold, in plain words; nothing where all is well. */
    Stream<String> violations(Evidence evidence);

    /** All of them. */
    static List<Check> all() {
        return List.of(
                new NothingBroke(),
                new AcknowledgedStands(),
                new CallsStandUnderConsent(),
                new CodesMatchRequests(),
                new AttemptsAreSpent(),
                new TrailIsUnbroken(),
                new SessionIsExplainable());
    }

    /** The message if it does not hold. */
    static Stream<String> that(boolean holds, String otherwise) {
        return holds ? Stream.empty() : Stream.of(otherwise);
    }
}
