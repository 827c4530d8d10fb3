package dev.kycport.domain.session;

import static dev.kycport.domain.session.Sessions.ACCESS;
import static dev.kycport.domain.session.Sessions.KEPT_A_MINUTE;
import static dev.kycport.domain.session.Sessions.OFFER;
import static dev.kycport.domain.session.Sessions.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.Sample;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.failure.AuthorizationRejection;
import dev.kycport.domain.failure.Rejection;
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

    private static final Dossier NEXT = Sample.anyDossier(Flow.DIGILOCKER).next();
    private static final AuthorizationChallenge.Requested REQUESTED = new AuthorizationChallenge.Requested(Sample.NOW);
    private static final AuthorizationChallenge.Returned RETURNED =
            new AuthorizationChallenge.Returned(OFFER, Sample.later(9));
    private static final AuthorizationChallenge.Collecting COLLECTING =
            new AuthorizationChallenge.Collecting(ACCESS, Sample.later(9));
    private static final SessionRejection BUSY = new SessionRejection.Busy();

    @Test
    void a_grant_is_taken_up() {
        assertThat(at(OFFER).take(Sample.granted("s-1"), Sample.later(9)).get())
                .isEqualTo(new AwaitingAuthorization<>(NEXT, RETURNED));
    }

    @Test
    void a_refusal_ends_the_session() {
        assertThat(at(OFFER).take(Sample.refused("s-1"), Sample.later(9)).get())
                .isEqualTo(new Ended(NEXT, EndReason.DENIED));
    }

    @Test
    void the_return_of_another_session_is_refused() {
        assertThat(at(OFFER).take(Sample.granted("s-2"), Sample.NOW).getLeft())
                .isEqualTo(new AuthorizationRejection.Foreign());
        assertThat(at(OFFER).take(Sample.refused("s-2"), Sample.NOW).getLeft())
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
        assertThat(taken(ACCESS)).isEqualTo(at(ACCESS).refusal());
        assertThat(at(ACCESS).take(Sample.refused("s-1"), Sample.NOW).getLeft())
                .isEqualTo(at(ACCESS).refusal());
    }

    @Test
    void documents_are_collected_once_there_is_access() {
        assertThat(at(ACCESS).collect(Sample.later(9)).get()).isEqualTo(new AwaitingAuthorization<>(NEXT, COLLECTING));
        assertThat(collected(OFFER)).isEqualTo(at(OFFER).refusal());
    }

    @Test
    void nothing_is_collected_while_a_call_is_under_way() {
        assertThat(collected(REQUESTED)).isEqualTo(BUSY);
        assertThat(collected(RETURNED)).isEqualTo(BUSY);
        assertThat(collected(COLLECTING)).isEqualTo(BUSY);
    }

    @Test
    void a_missing_offer_leads_back() {
        assertThat(at(REQUESTED).revert(REQUESTED)).isEqualTo(new Consented(NEXT));
    }

    @Test
    void the_ends_of_the_challenge_end_the_session() {
        assertThat(at(RETURNED).denied(RETURNED.deny())).isEqualTo(new Ended(NEXT, EndReason.DENIED));
        assertThat(at(OFFER).expired(OFFER.expire())).isEqualTo(new Ended(NEXT, EndReason.EXPIRED));
    }

    @Test
    void documents_verify_the_person() {
        assertThat(at(COLLECTING).verify(COLLECTING, Sample.anyIdentity(), KEPT_A_MINUTE, Sample.NOW))
                .isEqualTo(new Verified(NEXT, Sample.anyIdentity(), Sample.later(60)));
    }

    private static Rejection taken(AuthorizationChallenge.Open challenge) {
        return at(challenge).take(Sample.granted("s-1"), Sample.later(9)).getLeft();
    }

    private static Rejection collected(AuthorizationChallenge.Open challenge) {
        return at(challenge).collect(Sample.later(9)).getLeft();
    }
}
