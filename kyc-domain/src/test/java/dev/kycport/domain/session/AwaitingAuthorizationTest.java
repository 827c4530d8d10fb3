package dev.kycport.domain.session;

import static dev.kycport.domain.session.SessionFixtures.CONNECTED;
import static dev.kycport.domain.session.SessionFixtures.KEPT_A_MINUTE;
import static dev.kycport.domain.session.SessionFixtures.OFFER;
import static dev.kycport.domain.session.SessionFixtures.sessionAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.TestValues;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.failure.AuthorizationRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.KycSession.AwaitingAuthorization;
import dev.kycport.domain.session.KycSession.Consented;
import dev.kycport.domain.session.KycSession.Ended;
import dev.kycport.domain.session.KycSession.Verified;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AwaitingAuthorizationTest {

    private static final SessionHeader NEXT =
            TestValues.anyHeader(Flow.DIGILOCKER).next();
    private static final AuthorizationChallenge.Requested REQUESTED =
            new AuthorizationChallenge.Requested(TestValues.NOW);
    private static final AuthorizationChallenge.Returned RETURNED =
            new AuthorizationChallenge.Returned(OFFER, TestValues.later(9));
    private static final AuthorizationChallenge.FetchingDocuments COLLECTING =
            new AuthorizationChallenge.FetchingDocuments(CONNECTED, TestValues.later(9));
    private static final SessionRejection BUSY = new SessionRejection.Busy();

    @Test
    void a_grant_is_taken_up() {
        assertThat(sessionAt(OFFER)
                        .acceptCallback(TestValues.granted("s-1"), TestValues.later(9))
                        .get())
                .isEqualTo(new AwaitingAuthorization<>(NEXT, RETURNED));
    }

    @Test
    void a_refusal_ends_the_session() {
        assertThat(sessionAt(OFFER)
                        .acceptCallback(TestValues.refused("s-1"), TestValues.later(9))
                        .get())
                .isEqualTo(new Ended(NEXT, EndReason.DENIED));
    }

    @Test
    void the_return_of_another_session_is_refused() {
        assertThat(sessionAt(OFFER)
                        .acceptCallback(TestValues.granted("s-2"), TestValues.NOW)
                        .getLeft())
                .isEqualTo(new AuthorizationRejection.Foreign());
        assertThat(sessionAt(OFFER)
                        .acceptCallback(TestValues.refused("s-2"), TestValues.NOW)
                        .getLeft())
                .isEqualTo(new AuthorizationRejection.Foreign());
    }

    @Test
    void no_return_is_taken_up_while_a_call_is_under_way() {
        assertThat(taken(REQUESTED)).isEqualTo(BUSY);
        assertThat(taken(RETURNED)).isEqualTo(BUSY);
        assertThat(taken(COLLECTING)).isEqualTo(BUSY);
    }

    @Test
    void no_return_is_taken_up_twice() {
        assertThat(taken(CONNECTED)).isEqualTo(sessionAt(CONNECTED).rejection());
        assertThat(sessionAt(CONNECTED)
                        .acceptCallback(TestValues.refused("s-1"), TestValues.NOW)
                        .getLeft())
                .isEqualTo(sessionAt(CONNECTED).rejection());
    }

    @Test
    void documents_are_collected_once_there_is_access() {
        assertThat(sessionAt(CONNECTED).fetchDocuments(TestValues.later(9)).get())
                .isEqualTo(new AwaitingAuthorization<>(NEXT, COLLECTING));
        assertThat(collected(OFFER)).isEqualTo(sessionAt(OFFER).rejection());
    }

    @Test
    void nothing_is_collected_while_a_call_is_under_way() {
        assertThat(collected(REQUESTED)).isEqualTo(BUSY);
        assertThat(collected(RETURNED)).isEqualTo(BUSY);
        assertThat(collected(COLLECTING)).isEqualTo(BUSY);
    }

    @Test
    void a_missing_offer_leads_back() {
        assertThat(sessionAt(REQUESTED).revert(REQUESTED)).isEqualTo(new Consented(NEXT));
    }

    @Test
    void the_ends_of_the_challenge_end_the_session() {
        assertThat(sessionAt(RETURNED).endDenied(RETURNED.deny())).isEqualTo(new Ended(NEXT, EndReason.DENIED));
        assertThat(sessionAt(OFFER).expireRequest(OFFER.expire())).isEqualTo(new Ended(NEXT, EndReason.EXPIRED));
    }

    @Test
    void documents_verify_the_person() {
        assertThat(sessionAt(COLLECTING).verify(COLLECTING, TestValues.anyIdentity(), KEPT_A_MINUTE, TestValues.NOW))
                .isEqualTo(new Verified(NEXT, TestValues.anyIdentity(), TestValues.later(60)));
    }

    private static KycFailure taken(AuthorizationChallenge.Open challenge) {
        return sessionAt(challenge)
                .acceptCallback(TestValues.granted("s-1"), TestValues.later(9))
                .getLeft();
    }

    private static KycFailure collected(AuthorizationChallenge.Open challenge) {
        return sessionAt(challenge).fetchDocuments(TestValues.later(9)).getLeft();
    }
}
