package dev.kycport.domain.session;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.Purpose;
import dev.kycport.domain.consent.SubjectRef;
import java.time.Instant;

/**
 * What every state of a session carries.
 *
 * @param provider who serves it; fixed once a call to that provider may have had an effect
 * @param expiresAt from this instant the session is over unless it is verified
 * @param revision how many moves led here; a store lets only one successor of a revision in
 */
public record SessionHeader(
        SessionId id,
        Flow flow,
        ProviderId provider,
        SubjectRef subject,
        ConsentId consent,
        Purpose purpose,
        Instant openedAt,
        Instant expiresAt,
        long revision) {

    SessionHeader next() {
        return at(provider);
    }

    SessionHeader at(ProviderId next) {
        return new SessionHeader(id, flow, next, subject, consent, purpose, openedAt, expiresAt, revision + 1);
    }
}
