package dev.kycport.endurance.invariant;

import java.util.stream.Stream;

/** No step throws anything except {@code StoreUnavailableException}. */
final class NoUnexpectedException implements Invariant {

    @Override
    public Stream<String> violations(SessionEvidence evidence) {
        return evidence.history().bugs().stream();
    }
}
