package dev.kycport.endurance;

import dev.kycport.domain.otp.OtpSnapshot;
import dev.kycport.domain.session.SessionSnapshot;
import java.util.stream.Stream;

/** No code is sent twice for one request, and none without a request; each further one has cost a resend. */
final class CodesMatchRequests implements Check {

    @Override
    public Stream<String> violations(Evidence evidence) {
        long sent = evidence.calls().stream().filter(Sighting::sentCode).count();
        int requests = evidence.story()
                .requests(step -> step.asksForCode(evidence.story().subject().flow()));
        int resends = evidence.policies().otp().resends();
        long paid = evidence.stored()
                .flatMap(SessionSnapshot::otp)
                .map(OtpSnapshot::resendsLeft)
                .map(left -> resends - left)
                .orElse(resends);
        return Stream.of(
                        Check.that(sent <= requests, sent + " codes sent for " + requests + " requests"),
                        Check.that(sent <= 1 + paid, sent + " codes sent for one and " + paid + " resends"))
                .flatMap(found -> found);
    }
}
