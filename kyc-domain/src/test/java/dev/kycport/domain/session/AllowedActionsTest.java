package dev.kycport.domain.session;

import static dev.kycport.domain.session.SessionFixtures.CODE;
import static dev.kycport.domain.session.SessionFixtures.CONNECTED;
import static dev.kycport.domain.session.SessionFixtures.IMAGE;
import static dev.kycport.domain.session.SessionFixtures.OFFER;
import static dev.kycport.domain.session.SessionFixtures.REQUESTED;
import static dev.kycport.domain.session.SessionFixtures.REQUESTED_IMAGE;
import static dev.kycport.domain.session.SessionFixtures.sessionAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.TestValues;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.otp.OtpChallenge;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AllowedActionsTest {

    static Stream<KycSession> underWay() {
        return Stream.of(
                sessionAt(REQUESTED_IMAGE),
                sessionAt(new CaptchaChallenge.Answered(IMAGE, TestValues.NOW)),
                sessionAt(REQUESTED),
                sessionAt(new OtpChallenge.Verifying(CODE, TestValues.NOW)),
                sessionAt(new AuthorizationChallenge.Requested(TestValues.NOW)),
                sessionAt(new AuthorizationChallenge.Returned(OFFER, TestValues.NOW)),
                sessionAt(new AuthorizationChallenge.FetchingDocuments(CONNECTED, TestValues.NOW)));
    }

    @ParameterizedTest
    @MethodSource("underWay")
    void while_a_call_is_under_way_one_can_only_stop(KycSession session) {
        assertThat(session.allowedActions()).containsExactly("cancel");
    }

    @ParameterizedTest
    @EnumSource
    void a_session_starts_its_own_flow_and_no_other(Flow flow) {
        assertThat(SessionFixtures.consented(flow).allowedActions())
                .containsExactlyInAnyOrder("start-" + flow.code(), "cancel");
    }

    @Test
    void an_image_is_answered_while_it_is_fresh_and_replaced_while_refreshes_are_left() {
        assertThat(sessionAt(IMAGE).allowedActions()).containsExactly("cancel", "reload-captcha", "submit-captcha");
        assertThat(sessionAt(IMAGE.expire()).allowedActions()).containsExactly("cancel", "reload-captcha");
        assertThat(sessionAt(SessionFixtures.image(0, 3)).allowedActions()).containsExactly("cancel", "submit-captcha");
    }

    @Test
    void a_code_is_submitted_where_there_is_one_and_sent_again_while_resends_are_left() {
        assertThat(sessionAt(CODE).allowedActions()).containsExactly("cancel", "resend-code", "submit-code");
        assertThat(sessionAt(new OtpChallenge.Pending(3, TestValues.NOW)).allowedActions())
                .containsExactly("cancel", "resend-code");
        assertThat(sessionAt(new OtpChallenge.InDoubt(1, TestValues.NOW)).allowedActions())
                .containsExactly("cancel", "resend-code");
        assertThat(sessionAt(new OtpChallenge.InDoubt(0, TestValues.NOW)).allowedActions())
                .containsExactly("cancel");
        assertThat(sessionAt(CODE.expire()).allowedActions()).containsExactly("cancel", "resend-code");
    }

    @Test
    void a_return_is_taken_up_once_and_documents_are_collected_after_it() {
        assertThat(sessionAt(OFFER).allowedActions()).containsExactly("cancel", "handle-digilocker-return");
        assertThat(sessionAt(CONNECTED).allowedActions()).containsExactly("cancel", "fetch-documents");
    }
}
