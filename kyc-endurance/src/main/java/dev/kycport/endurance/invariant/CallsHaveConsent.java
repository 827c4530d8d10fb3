package dev.kycport.endurance.invariant;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.consent.ConsentEvent;
import java.util.Arrays;
import java.util.stream.Stream;

/** Each vendor call has a given consent, and a recorded use and intent. */
final class CallsHaveConsent implements Invariant {

    @Override
    public Stream<String> violations(SessionEvidence evidence) {
        if (evidence.calls().isEmpty()) {
            return Stream.empty();
        }
        return Stream.concat(
                Invariant.check(
                        evidence.consent().stream().anyMatch(ConsentEvent.WasGiven.class::isInstance),
                        "has vendor calls without a recorded consent"),
                Arrays.stream(ProviderCall.values()).flatMap(call -> notRecorded(evidence, call)));
    }

    private static Stream<String> notRecorded(SessionEvidence evidence, ProviderCall call) {
        long seen = evidence.calls(call).count();
        long uses = evidence.uses()
                .filter(use -> use.use().call() == call)
                .filter(use -> evidence.stored()
                        .filter(stored -> stored.header().id().equals(use.use().session()))
                        .isPresent())
                .count();
        long intents = evidence.intents(call);
        return Stream.concat(
                Invariant.check(uses >= seen, seen + " calls of " + call.code() + " but " + uses + " recorded uses"),
                Invariant.check(
                        intents >= seen, seen + " calls of " + call.code() + " but " + intents + " recorded intents"));
    }
}
