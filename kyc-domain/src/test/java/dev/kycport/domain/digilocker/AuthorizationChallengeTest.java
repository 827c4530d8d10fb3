package dev.kycport.domain.digilocker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.TestValues;
import dev.kycport.domain.digilocker.AuthorizationChallenge.Connected;
import dev.kycport.domain.digilocker.AuthorizationChallenge.Denied;
import dev.kycport.domain.digilocker.AuthorizationChallenge.Expired;
import dev.kycport.domain.digilocker.AuthorizationChallenge.FetchingDocuments;
import dev.kycport.domain.digilocker.AuthorizationChallenge.Offered;
import dev.kycport.domain.digilocker.AuthorizationChallenge.Open;
import dev.kycport.domain.digilocker.AuthorizationChallenge.Requested;
import dev.kycport.domain.digilocker.AuthorizationChallenge.Returned;
import dev.kycport.domain.digilocker.AuthorizationSnapshot.Kind;
import dev.kycport.domain.failure.AuthorizationRejection;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AuthorizationChallengeTest {

    private static final Requested REQUESTED = AuthorizationChallenge.request(TestValues.NOW);
    private static final Offered OFFERED =
            REQUESTED.offer(TestValues.anyRequest(), AuthorizationPolicy.DEFAULT, TestValues.NOW);
    private static final Returned RETURNED = OFFERED.acceptCallback(TestValues.granted("s-1"), TestValues.later(60))
            .get();
    private static final Connected CONNECTED = RETURNED.connect();

    @Test
    void an_offer_lives_by_the_policy() {
        assertThat(REQUESTED).isEqualTo(new Requested(TestValues.NOW));
        assertThat(OFFERED).isEqualTo(new Offered(TestValues.anyRequest(), TestValues.later(600)));
    }

    @Test
    void a_grant_with_our_state_is_taken_up() {
        assertThat(OFFERED.acceptCallback(TestValues.granted("s-1"), TestValues.later(599)))
                .isEqualTo(Either.right(new Returned(OFFERED, TestValues.later(599))));
    }

    @Test
    void a_refusal_with_our_state_denies() {
        assertThat(OFFERED.acceptCallback(TestValues.refused("s-1"), TestValues.later(599)))
                .isEqualTo(Either.right(new Denied()));
    }

    @Test
    void a_return_with_another_state_is_foreign_whenever_it_comes() {
        Either<KycFailure, Object> foreign = Either.left(new AuthorizationRejection.Foreign());

        assertThat(OFFERED.acceptCallback(TestValues.granted("s-2"), TestValues.NOW))
                .isEqualTo(foreign);
        assertThat(OFFERED.acceptCallback(TestValues.refused("s-2"), TestValues.NOW))
                .isEqualTo(foreign);
        assertThat(OFFERED.acceptCallback(TestValues.granted("s-2"), TestValues.later(600)))
                .isEqualTo(foreign);
    }

    @Test
    void a_return_past_the_life_of_the_offer_is_too_late() {
        Either<KycFailure, Object> late = Either.left(new AuthorizationRejection.Expired(TestValues.later(600)));

        assertThat(OFFERED.acceptCallback(TestValues.granted("s-1"), TestValues.later(600)))
                .isEqualTo(late);
        assertThat(OFFERED.acceptCallback(TestValues.refused("s-1"), TestValues.later(600)))
                .isEqualTo(late);
        assertThat(OFFERED.expire()).isEqualTo(new Expired());
    }

    @Test
    void a_grant_connects_is_denied_or_goes_back_to_the_offer() {
        assertThat(CONNECTED).isEqualTo(new Connected(TestValues.anyRequest()));
        assertThat(RETURNED.deny()).isEqualTo(new Denied());
        assertThat(RETURNED.revert()).isSameAs(OFFERED);
    }

    @Test
    void documents_are_fetched_again_if_they_did_not_come() {
        FetchingDocuments fetchingDocuments = CONNECTED.fetchDocuments(TestValues.later(61));

        assertThat(fetchingDocuments).isEqualTo(new FetchingDocuments(CONNECTED, TestValues.later(61)));
        assertThat(fetchingDocuments.revert()).isSameAs(CONNECTED);
        assertThat(fetchingDocuments.deny()).isEqualTo(new Denied());
    }

    static Stream<Open> states() {
        return Stream.of(REQUESTED, OFFERED, RETURNED, CONNECTED, CONNECTED.fetchDocuments(TestValues.later(61)));
    }

    @ParameterizedTest
    @MethodSource("states")
    @Tag("P5")
    void every_state_a_session_can_wait_in_survives_storage(Open state) {
        assertThat(AuthorizationSnapshot.of(state).restore()).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("P5")
    void a_snapshot_without_its_parts_is_damaged(Kind kind) {
        AuthorizationSnapshot snapshot =
                new AuthorizationSnapshot(kind, Optional.empty(), Optional.empty(), Optional.empty());

        assertThatThrownBy(snapshot::restore).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"OFFERED", "RETURNED"})
    @Tag("P5")
    void an_offer_without_its_life_is_damaged(Kind kind) {
        AuthorizationSnapshot snapshot = new AuthorizationSnapshot(
                kind, Optional.of(TestValues.NOW), Optional.of(TestValues.anyRequest()), Optional.empty());

        assertThatThrownBy(snapshot::restore).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"RETURNED", "COLLECTING"})
    @Tag("P5")
    void a_call_under_way_without_its_beginning_is_damaged(Kind kind) {
        AuthorizationSnapshot snapshot = new AuthorizationSnapshot(
                kind, Optional.empty(), Optional.of(TestValues.anyRequest()), Optional.of(TestValues.NOW));

        assertThatThrownBy(snapshot::restore).isInstanceOf(IllegalArgumentException.class);
    }
}
