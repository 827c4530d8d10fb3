package dev.kycport.endurance;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.consent.ConsentEvent;
import java.util.Arrays;
import java.util.stream.Stream;

/** Every call the vendor saw was consented to, and both the use and the intent were on record before. */
final class CallsStandUnderConsent implements Check {

    @Override
    public Stream<String> violations(Evidence evidence) {
        if (evidence.calls().isEmpty()) {
            return Stream.empty();
        }
        return Stream.concat(
                Check.that(
                        evidence.consent().stream().anyMatch(ConsentEvent.WasGiven.class::isInstance),
                        "was asked about at the vendor without a consent on record"),
                Arrays.stream(ProviderCall.values()).flatMap(call -> unrecorded(evidence, call)));
    }

    private static Stream<String> unrecorded(Evidence evidence, ProviderCall call) {
        long seen = evidence.calls(call).count();
        long uses = evidence.uses()
                .filter(use -> use.use().call() == call)
                .filter(use -> evidence.stored()
                        .filter(stored -> stored.dossier().id().equals(use.use().session()))
                        .isPresent())
                .count();
        long intents = evidence.intents(call);
        return Stream.concat(
                Check.that(uses >= seen, seen + " calls of " + call.code() + " seen, " + uses + " uses on record"),
                Check.that(
                        intents >= seen,
                        seen + " calls of " + call.code() + " seen, " + intents + " intents on record"));
    }
}
