package dev.kycport.endurance.invariant;

import dev.kycport.domain.otp.OtpSnapshot;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.endurance.system.SystemUnderTest;
import dev.kycport.endurance.vendor.RecordedCall;
import java.util.stream.Stream;

/** Each request sends one code at most, and each code after the first costs a resend. */
final class CodesMatchRequests implements Invariant {

    @Override
    public Stream<String> violations(SessionEvidence evidence) {
        long sent = evidence.calls().stream().filter(RecordedCall::sentCode).count();
        int requests = evidence.history()
                .requests(step -> step.asksForCode(evidence.history().subject().flow()));
        int resends = SystemUnderTest.POLICIES.otp().resends();
        long usedResends = evidence.stored()
                .flatMap(SessionSnapshot::otp)
                .map(OtpSnapshot::resendsLeft)
                .map(resendsLeft -> resends - resendsLeft)
                .orElse(resends);
        return Stream.of(
                        Invariant.check(sent <= requests, sent + " codes sent for " + requests + " requests"),
                        Invariant.check(sent <= 1 + usedResends, sent + " codes sent with " + usedResends + " resends"))
                .flatMap(violations -> violations);
    }
}
