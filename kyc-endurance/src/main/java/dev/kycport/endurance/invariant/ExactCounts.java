package dev.kycport.endurance.invariant;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.otp.OtpSnapshot;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.endurance.vendor.RecordedCall;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Where no process died and the vendor answered everything, no more was recorded than happened either: as many calls seen as
 * intents on the trail, as many codes sent as resends paid for, as many guesses judged as attempts spent.
 */
public final class ExactCounts implements Invariant {

    @Override
    public Stream<String> violations(SessionEvidence sessionEvidence) {
        return Stream.concat(
                Arrays.stream(ProviderCall.values()).flatMap(call -> calls(sessionEvidence, call)),
                sessionEvidence.stored().flatMap(SessionSnapshot::otp).stream()
                        .filter(otp -> otp.kind() == OtpSnapshot.Kind.AWAITING_CODE)
                        .flatMap(code ->
                                Stream.concat(resends(sessionEvidence, code), attempts(sessionEvidence, code))));
    }

    private static Stream<String> calls(SessionEvidence sessionEvidence, ProviderCall call) {
        long seen = sessionEvidence.calls(call).count();
        long intents = sessionEvidence.intents(call);
        return Invariant.check(seen == intents, seen + " calls of " + call.code() + " seen, " + intents + " intents");
    }

    private static Stream<String> resends(SessionEvidence sessionEvidence, OtpSnapshot code) {
        long sent =
                sessionEvidence.calls().stream().filter(RecordedCall::sentCode).count();
        int usedResends = sessionEvidence.policies().otp().resends() - code.resendsLeft();
        return Invariant.check(sent == 1 + usedResends, sent + " codes sent for one and " + usedResends + " resends");
    }

    private static Stream<String> attempts(SessionEvidence sessionEvidence, OtpSnapshot code) {
        int spent = sessionEvidence.policies().otp().attempts() - code.attemptsLeft();
        long guesses = sessionEvidence.calls().stream()
                .filter(RecordedCall::judgedCode)
                .filter(seen -> code.reference()
                        .filter(reference -> reference.value().equals(seen.reference()))
                        .isPresent())
                .count();
        return Invariant.check(guesses == spent, guesses + " guesses judged, " + spent + " attempts spent");
    }
}
