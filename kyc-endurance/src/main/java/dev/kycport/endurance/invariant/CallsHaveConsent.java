package dev.kycport.endurance.invariant;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.consent.ConsentEvent;
import java.util.Arrays;
import java.util.stream.Stream;

/** Every call the vendor saw was consented to, and both the use and the intent were on record before. */
final class CallsHaveConsent implements Invariant {

    @Override
    public Stream<String> violations(SessionEvidence sessionEvidence) {
        if (sessionEvidence.calls().isEmpty()) {
            return Stream.empty();
        }
        return Stream.concat(
                Invariant.check(
                        sessionEvidence.consent().stream().anyMatch(ConsentEvent.WasGiven.class::isInstance),
                        "was asked about at the vendor without a consent on record"),
                Arrays.stream(ProviderCall.values()).flatMap(call -> notRecorded(sessionEvidence, call)));
    }

    private static Stream<String> notRecorded(SessionEvidence sessionEvidence, ProviderCall call) {
        long seen = sessionEvidence.calls(call).count();
        long uses = sessionEvidence
                .uses()
                .filter(use -> use.use().call() == call)
                .filter(use -> sessionEvidence
                        .stored()
                        .filter(stored -> stored.header().id().equals(use.use().session()))
                        .isPresent())
                .count();
        long intents = sessionEvidence.intents(call);
        return Stream.concat(
                Invariant.check(uses >= seen, seen + " calls of " + call.code() + " seen, " + uses + " uses on record"),
                Invariant.check(
                        intents >= seen,
                        seen + " calls of " + call.code() + " seen, " + intents + " intents on record"));
    }
}
