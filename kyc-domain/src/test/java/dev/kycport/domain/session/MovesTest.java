package dev.kycport.domain.session;

import static dev.kycport.domain.session.Sessions.ACCESS;
import static dev.kycport.domain.session.Sessions.CODE;
import static dev.kycport.domain.session.Sessions.FETCHING;
import static dev.kycport.domain.session.Sessions.IMAGE;
import static dev.kycport.domain.session.Sessions.OFFER;
import static dev.kycport.domain.session.Sessions.SENDING;
import static dev.kycport.domain.session.Sessions.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.Sample;
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
class MovesTest {

    static Stream<KycSession> underWay() {
        return Stream.of(
                at(FETCHING),
                at(new CaptchaChallenge.Answered(IMAGE, Sample.NOW)),
                at(SENDING),
                at(new OtpChallenge.Judging(CODE, Sample.NOW)),
                at(new AuthorizationChallenge.Requested(Sample.NOW)),
                at(new AuthorizationChallenge.Returned(OFFER, Sample.NOW)),
                at(new AuthorizationChallenge.Collecting(ACCESS, Sample.NOW)));
    }

    @ParameterizedTest
    @MethodSource("underWay")
    void while_a_call_is_under_way_one_can_only_stop(KycSession session) {
        assertThat(session.moves()).containsExactly("cancel");
    }

    @ParameterizedTest
    @EnumSource
    void a_session_starts_its_own_flow_and_no_other(Flow flow) {
        assertThat(Sessions.consented(flow).moves()).containsExactlyInAnyOrder("start-" + flow.code(), "cancel");
    }

    @Test
    void an_image_is_answered_while_it_is_fresh_and_replaced_while_refreshes_are_left() {
        assertThat(at(IMAGE).moves()).containsExactly("cancel", "reload-captcha", "submit-captcha");
        assertThat(at(IMAGE.expire()).moves()).containsExactly("cancel", "reload-captcha");
        assertThat(at(Sessions.image(0, 3)).moves()).containsExactly("cancel", "submit-captcha");
    }

    @Test
    void a_code_is_submitted_where_there_is_one_and_sent_again_while_resends_are_left() {
        assertThat(at(CODE).moves()).containsExactly("cancel", "resend", "submit-code");
        assertThat(at(new OtpChallenge.Pending(3, Sample.NOW)).moves()).containsExactly("cancel", "resend");
        assertThat(at(new OtpChallenge.InDoubt(1, Sample.NOW)).moves()).containsExactly("cancel", "resend");
        assertThat(at(new OtpChallenge.InDoubt(0, Sample.NOW)).moves()).containsExactly("cancel");
        assertThat(at(CODE.expire()).moves()).containsExactly("cancel", "resend");
    }

    @Test
    void a_return_is_taken_up_once_and_documents_are_collected_after_it() {
        assertThat(at(OFFER).moves()).containsExactly("cancel", "take-up-return");
        assertThat(at(ACCESS).moves()).containsExactly("cancel", "collect");
    }
}
