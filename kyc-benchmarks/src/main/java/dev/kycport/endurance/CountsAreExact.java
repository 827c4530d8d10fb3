package dev.kycport.endurance;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.otp.OtpSnapshot;
import dev.kycport.domain.session.SessionSnapshot;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Where no process died and the vendor answered everything, no more was recorded than happened either: as many calls seen as
 * intents on the trail, as many codes sent as resends paid for, as many guesses judged as attempts spent.
 */
final class CountsAreExact implements Check {

    @Override
    public Stream<String> violations(Evidence evidence) {
        return Stream.concat(
                Arrays.stream(ProviderCall.values()).flatMap(call -> calls(evidence, call)),
                evidence.stored().flatMap(SessionSnapshot::otp).stream()
                        .filter(otp -> otp.kind() == OtpSnapshot.Kind.AWAITING_CODE)
                        .flatMap(code -> Stream.concat(resends(evidence, code), attempts(evidence, code))));
    }

    private static Stream<String> calls(Evidence evidence, ProviderCall call) {
        long seen = evidence.calls(call).count();
        long intents = evidence.intents(call);
        return Check.that(seen == intents, seen + " calls of " + call.code() + " seen, " + intents + " intents");
    }

    private static Stream<String> resends(Evidence evidence, OtpSnapshot code) {
        long sent = evidence.calls().stream().filter(Sighting::sentCode).count();
        int paid = evidence.policies().otp().resends() - code.resendsLeft();
        return Check.that(sent == 1 + paid, sent + " codes sent for one and " + paid + " resends");
    }

    private static Stream<String> attempts(Evidence evidence, OtpSnapshot code) {
        int spent = evidence.policies().otp().attempts() - code.attemptsLeft();
        long judged = evidence.calls().stream()
                .filter(Sighting::judgedCode)
                .filter(seen -> code.reference()
                        .filter(reference -> reference.value().equals(seen.reference()))
                        .isPresent())
                .count();
        return Check.that(judged == spent, judged + " guesses judged, " + spent + " attempts spent");
    }
}
