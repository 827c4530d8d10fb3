package dev.kycport.endurance.invariant;

import java.util.stream.Stream;

/** No step throws anything but that the store is out of order. */
final class NoUnexpectedException implements Invariant {

    @Override
    public Stream<String> violations(SessionEvidence sessionEvidence) {
        return sessionEvidence.history().bugs().stream();
    }
}
