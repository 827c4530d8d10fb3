package dev.kycport.domain.session;

import static dev.kycport.domain.session.Sessions.ACCESS;
import static dev.kycport.domain.session.Sessions.CODE;
import static dev.kycport.domain.session.Sessions.FETCHING;
import static dev.kycport.domain.session.Sessions.IMAGE;
import static dev.kycport.domain.session.Sessions.OFFER;
import static dev.kycport.domain.session.Sessions.SENDING;
import static dev.kycport.domain.session.Sessions.again;
import static dev.kycport.domain.session.Sessions.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.Sample;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession.AwaitingAuthorization;
import dev.kycport.domain.session.KycSession.AwaitingCaptcha;
import dev.kycport.domain.session.KycSession.AwaitingOtp;
import dev.kycport.domain.session.KycSession.Completed;
import dev.kycport.domain.session.KycSession.Consented;
import dev.kycport.domain.session.KycSession.Ended;
import dev.kycport.domain.session.KycSession.Verified;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P5")
class SettlementTest {

    private static final Instant END = Sample.anyDossier(Flow.DIRECT_OTP).expiresAt();
    private static final Instant LATE = END.minusSeconds(10);

    static Stream<KycSession> waiting() {
        return Stream.of(
                Sessions.opened(Flow.DIRECT_OTP),
                Sessions.consented(Flow.DIRECT_OTP),
                at(IMAGE),
                at(IMAGE.expire()),
                at(CODE),
                at(new OtpChallenge.Pending(3, Sample.later(45))),
                at(new OtpChallenge.InDoubt(3, Sample.later(45))),
                at(CODE.expire()),
                at(OFFER),
                at(ACCESS));
    }

    static Stream<KycSession> patient() {
        Set<Object> withLivesOfTheirOwn = Set.of(at(IMAGE), at(CODE), at(OFFER));
        return waiting().filter(session -> !withLivesOfTheirOwn.contains(session));
    }

    static Stream<KycSession> underWay() {
        return underWay(LATE);
    }

    @ParameterizedTest
    @MethodSource("waiting")
    void a_session_to_which_nothing_happened_stays_the_same_object(KycSession session) {
        assertThat(settled(session, Sample.later(10))).isSameAs(session);
    }

    @ParameterizedTest
    @MethodSource("waiting")
    void a_waiting_session_ends_with_its_time(KycSession session) {
        assertThat(settled(session, END)).isEqualTo(ended(session, EndReason.EXPIRED, 1));
    }

    @ParameterizedTest
    @MethodSource("patient")
    void and_not_before(KycSession session) {
        assertThat(settled(session, END.minusNanos(1))).isSameAs(session);
    }

    @ParameterizedTest
    @MethodSource("underWay")
    void a_call_that_may_still_be_answered_is_left_alone_even_past_the_end(KycSession session) {
        assertThat(settled(session, LATE.plus(Sample.PATIENCE).minusNanos(1))).isSameAs(session);
    }

    @ParameterizedTest
    @MethodSource("underWay")
    void a_lost_call_ends_a_session_whose_time_is_over(KycSession session) {
        assertThat(settled(session, LATE.plus(Sample.PATIENCE))).isEqualTo(ended(session, EndReason.EXPIRED, 2));
    }

    @Test
    void a_session_that_is_over_stays_as_it_is() {
        Dossier dossier = Sample.anyDossier(Flow.DIRECT_OTP);
        KycSession completed = new Completed(dossier, Sample.anyIdentity().assurance());
        KycSession ended = new Ended(dossier, EndReason.LOCKED);

        assertThat(settled(completed, END.plusSeconds(99))).isSameAs(completed);
        assertThat(settled(ended, END.plusSeconds(99))).isSameAs(ended);
    }

    @Test
    void an_identity_is_kept_until_its_time_even_past_the_sessions_own_and_then_erased() {
        Dossier dossier = Sample.anyDossier(Flow.DIRECT_OTP);
        KycSession verified = new Verified(dossier, Sample.anyIdentity(), END.plusSeconds(99));

        assertThat(settled(verified, END.plusSeconds(99).minusNanos(1))).isSameAs(verified);
        assertThat(settled(verified, END.plusSeconds(99)))
                .isEqualTo(new Completed(next(dossier), Sample.anyIdentity().assurance()));
    }

    @Test
    @Tag("P3")
    void a_lost_send_is_in_doubt_from_the_moment_it_was_lost() {
        KycSession session = at(SENDING);

        assertThat(settled(session, Sample.later(500)))
                .isEqualTo(new AwaitingOtp<>(next(session), new OtpChallenge.InDoubt(3, Sample.later(75))));
    }

    @Test
    @Tag("P4")
    void a_lost_verdict_costs_the_attempt() {
        KycSession session = at(new OtpChallenge.Judging(CODE, Sample.NOW));

        assertThat(settled(session, Sample.later(30)))
                .isEqualTo(new AwaitingOtp<>(next(session), Sessions.code(2, Sample.later(600))));
    }

    @Test
    @Tag("P4")
    void the_last_lost_verdict_locks() {
        KycSession session = at(new OtpChallenge.Judging(Sessions.code(1, Sample.later(600)), Sample.NOW));

        assertThat(settled(session, Sample.later(30))).isEqualTo(ended(session, EndReason.LOCKED, 1));
    }

    @Test
    void a_lost_verdict_on_a_code_since_expired_leaves_it_expired() {
        KycSession session = at(new OtpChallenge.Judging(CODE, Sample.NOW));

        assertThat(settled(session, Sample.later(600)))
                .isEqualTo(new AwaitingOtp<>(next(next(session)), CODE.expire()));
    }

    @Test
    void a_code_expires_with_its_life() {
        KycSession session = at(CODE);

        assertThat(settled(session, Sample.later(599))).isSameAs(session);
        assertThat(settled(session, Sample.later(600))).isEqualTo(new AwaitingOtp<>(next(session), CODE.expire()));
    }

    @Test
    void the_last_code_ends_the_session_with_its_life() {
        KycSession session =
                at(new OtpChallenge.AwaitingCode(Sample.anyReference(), Sample.later(600), 3, 0, Sample.later(45)));

        assertThat(settled(session, Sample.later(600))).isEqualTo(ended(session, EndReason.EXPIRED, 1));
    }

    @Test
    void a_lost_image_leads_back_to_where_it_was_asked_for() {
        KycSession first = at(FETCHING);
        KycSession refresh = at(new CaptchaChallenge.Requested(Sample.NOW, 4, 3, Optional.of(IMAGE)));
        KycSession resend = again(FETCHING);

        assertThat(settled(first, Sample.later(30))).isEqualTo(new Consented(next(first)));
        assertThat(settled(refresh, Sample.later(30))).isEqualTo(new AwaitingCaptcha<>(next(refresh), IMAGE, SENDING));
        assertThat(settled(resend, Sample.later(30))).isEqualTo(new AwaitingOtp<>(next(resend), CODE));
    }

    @Test
    @Tag("P3")
    void a_lost_answer_leaves_the_code_in_doubt() {
        KycSession session = at(new CaptchaChallenge.Answered(IMAGE, Sample.NOW));

        assertThat(settled(session, Sample.later(30)))
                .isEqualTo(new AwaitingOtp<>(next(session), new OtpChallenge.InDoubt(3, Sample.later(75))));
    }

    @Test
    void an_image_expires_with_its_life() {
        KycSession session = at(IMAGE);

        assertThat(settled(session, Sample.later(299))).isSameAs(session);
        assertThat(settled(session, Sample.later(300)))
                .isEqualTo(new AwaitingCaptcha<>(next(session), IMAGE.expire(), SENDING));
    }

    @Test
    void the_last_image_ends_the_session_with_its_life() {
        KycSession session = at(Sessions.image(0, 3));

        assertThat(settled(session, Sample.later(300))).isEqualTo(ended(session, EndReason.EXPIRED, 1));
    }

    @Test
    void the_last_image_on_the_way_to_a_second_code_leaves_the_first_as_it_is_by_now() {
        KycSession session = again(Sessions.image(0, 3));

        assertThat(settled(session, Sample.later(300))).isEqualTo(new AwaitingOtp<>(next(session), Sessions.FORGONE));
        assertThat(settled(session, Sample.later(600)))
                .isEqualTo(new AwaitingOtp<>(next(next(session)), Sessions.FORGONE.expire()));
    }

    @Test
    void a_lost_offer_leads_back() {
        KycSession session = at(new AuthorizationChallenge.Requested(Sample.NOW));

        assertThat(settled(session, Sample.later(30))).isEqualTo(new Consented(next(session)));
    }

    @Test
    void an_offer_ends_the_session_with_its_life() {
        KycSession session = at(OFFER);

        assertThat(settled(session, Sample.later(599))).isSameAs(session);
        assertThat(settled(session, Sample.later(600))).isEqualTo(ended(session, EndReason.EXPIRED, 1));
    }

    @Test
    void a_lost_exchange_leads_back_to_the_offer() {
        KycSession session = at(new AuthorizationChallenge.Returned(OFFER, Sample.NOW));

        assertThat(settled(session, Sample.later(30))).isEqualTo(new AwaitingAuthorization<>(next(session), OFFER));
    }

    @Test
    void a_lost_collection_leads_back_to_the_access() {
        KycSession session = at(new AuthorizationChallenge.Collecting(ACCESS, Sample.NOW));

        assertThat(settled(session, Sample.later(30))).isEqualTo(new AwaitingAuthorization<>(next(session), ACCESS));
    }

    private static Stream<KycSession> underWay(Instant since) {
        return Stream.of(
                at(new CaptchaChallenge.Requested(since, 5, 3, Optional.empty())),
                at(new CaptchaChallenge.Requested(since, 4, 3, Optional.of(IMAGE))),
                at(new CaptchaChallenge.Answered(IMAGE, since)),
                at(new OtpChallenge.Requested(since, 3, Optional.empty())),
                at(new OtpChallenge.Judging(CODE, since)),
                at(new AuthorizationChallenge.Requested(since)),
                at(new AuthorizationChallenge.Returned(OFFER, since)),
                at(new AuthorizationChallenge.Collecting(ACCESS, since)));
    }

    private static KycSession settled(KycSession session, Instant now) {
        return Settlement.of(session, now, Sample.PATIENCE, Sample.POLICIES);
    }

    private static Dossier next(KycSession session) {
        return session.dossier().next();
    }

    private static Dossier next(Dossier dossier) {
        return dossier.next();
    }

    private static Ended ended(KycSession session, EndReason reason, int moves) {
        return new Ended(moves == 1 ? next(session) : next(next(session)), reason);
    }
}
