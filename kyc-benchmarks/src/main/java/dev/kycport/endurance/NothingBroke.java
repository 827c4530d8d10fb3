package dev.kycport.endurance;

import java.util.stream.Stream;

/** No step throws anything but that the store is out of order. */
final class NothingBroke implements Check {

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.story().bugs().stream();
    }
}
