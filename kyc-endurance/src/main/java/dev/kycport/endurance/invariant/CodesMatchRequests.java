package dev.kycport.endurance.invariant;

import dev.kycport.domain.otp.OtpSnapshot;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.endurance.vendor.RecordedCall;
import java.util.stream.Stream;

/** No code is sent twice for one request, and none without a request; each further one has cost a resend. */
final class CodesMatchRequests implements Invariant {

    @Override
    public Stream<String> violations(SessionEvidence sessionEvidence) {
        long sent =
                sessionEvidence.calls().stream().filter(RecordedCall::sentCode).count();
        int requests = sessionEvidence
                .history()
                .requests(userStep ->
                        userStep.asksForCode(sessionEvidence.history().subject().flow()));
        int resends = sessionEvidence.policies().otp().resends();
        long usedResends = sessionEvidence
                .stored()
                .flatMap(SessionSnapshot::otp)
                .map(OtpSnapshot::resendsLeft)
                .map(resendsLeft -> resends - resendsLeft)
                .orElse(resends);
        return Stream.of(
                        Invariant.check(sent <= requests, sent + " codes sent for " + requests + " requests"),
                        Invariant.check(
                                sent <= 1 + usedResends, sent + " codes sent for one and " + usedResends + " resends"))
                .flatMap(violations -> violations);
    }
}
