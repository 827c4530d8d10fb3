package dev.kycport.domain.session;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.Purpose;
import dev.kycport.domain.consent.SubjectRef;
import java.time.Instant;

/**
 * The data that all states of a session have.
 *
 * @param provider the session's provider; it stays once a call to it may have had an effect
 * @param expiresAt from this instant the session has expired, unless it is verified
 * @param revision how many moves led here; a store accepts one successor of a revision
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
