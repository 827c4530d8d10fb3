package dev.kycport.endurance.invariant;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.otp.OtpSnapshot;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.endurance.system.SystemUnderTest;
import dev.kycport.endurance.vendor.RecordedCall;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Holds only if no process died and the vendor answered all calls: intents equal calls, resends equal codes after the first,
 * and attempts equal guesses.
 */
public final class ExactCounts implements Invariant {

    @Override
    public Stream<String> violations(SessionEvidence evidence) {
        return Stream.concat(
                Arrays.stream(ProviderCall.values()).flatMap(call -> calls(evidence, call)),
                evidence.stored().flatMap(SessionSnapshot::otp).stream()
                        .filter(otp -> otp.kind() == OtpSnapshot.Kind.AWAITING_CODE)
                        .flatMap(code -> Stream.concat(resends(evidence, code), attempts(evidence, code))));
    }

    private static Stream<String> calls(SessionEvidence evidence, ProviderCall call) {
        long seen = evidence.calls(call).count();
        long intents = evidence.intents(call);
        return Invariant.check(seen == intents, seen + " calls of " + call.code() + " but " + intents + " intents");
    }

    private static Stream<String> resends(SessionEvidence evidence, OtpSnapshot code) {
        long sent = evidence.calls().stream().filter(RecordedCall::sentCode).count();
        int usedResends = SystemUnderTest.POLICIES.otp().resends() - code.resendsLeft();
        return Invariant.check(sent == 1 + usedResends, sent + " codes sent with " + usedResends + " resends");
    }

    private static Stream<String> attempts(SessionEvidence evidence, OtpSnapshot code) {
        int spent = SystemUnderTest.POLICIES.otp().attempts() - code.attemptsLeft();
        long guesses = evidence.calls().stream()
                .filter(RecordedCall::judgedCode)
                .filter(call -> code.reference()
                        .filter(reference -> reference.value().equals(call.reference()))
                        .isPresent())
                .count();
        return Invariant.check(guesses == spent, guesses + " guesses judged, but " + spent + " attempts spent");
    }
}
