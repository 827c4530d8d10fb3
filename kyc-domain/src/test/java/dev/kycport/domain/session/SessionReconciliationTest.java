package dev.kycport.domain.session;

import static dev.kycport.domain.session.SessionFixtures.CODE;
import static dev.kycport.domain.session.SessionFixtures.CONNECTED;
import static dev.kycport.domain.session.SessionFixtures.IMAGE;
import static dev.kycport.domain.session.SessionFixtures.OFFER;
import static dev.kycport.domain.session.SessionFixtures.REQUESTED;
import static dev.kycport.domain.session.SessionFixtures.REQUESTED_IMAGE;
import static dev.kycport.domain.session.SessionFixtures.atCaptchaBeforeResend;
import static dev.kycport.domain.session.SessionFixtures.sessionAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.TestValues;
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
class SessionReconciliationTest {

    private static final Instant END = TestValues.anyHeader(Flow.DIRECT_OTP).expiresAt();
    private static final Instant LATE = END.minusSeconds(10);

    static Stream<KycSession> waiting() {
        return Stream.of(
                SessionFixtures.opened(Flow.DIRECT_OTP),
                SessionFixtures.consented(Flow.DIRECT_OTP),
                sessionAt(IMAGE),
                sessionAt(IMAGE.expire()),
                sessionAt(CODE),
                sessionAt(new OtpChallenge.Pending(3, TestValues.later(45))),
                sessionAt(new OtpChallenge.InDoubt(3, TestValues.later(45))),
                sessionAt(CODE.expire()),
                sessionAt(OFFER),
                sessionAt(CONNECTED));
    }

    static Stream<KycSession> patient() {
        Set<Object> withLivesOfTheirOwn = Set.of(sessionAt(IMAGE), sessionAt(CODE), sessionAt(OFFER));
        return waiting().filter(session -> !withLivesOfTheirOwn.contains(session));
    }

    static Stream<KycSession> underWay() {
        return underWay(LATE);
    }

    @ParameterizedTest
    @MethodSource("waiting")
    void a_session_to_which_nothing_happened_stays_the_same_object(KycSession session) {
        assertThat(settled(session, TestValues.later(10))).isSameAs(session);
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
        assertThat(settled(session, LATE.plus(TestValues.CALL_TIMEOUT).minusNanos(1)))
                .isSameAs(session);
    }

    @ParameterizedTest
    @MethodSource("underWay")
    void a_lost_call_ends_a_session_whose_time_is_over(KycSession session) {
        assertThat(settled(session, LATE.plus(TestValues.CALL_TIMEOUT)))
                .isEqualTo(ended(session, EndReason.EXPIRED, 2));
    }

    @Test
    void a_session_that_is_over_stays_as_it_is() {
        SessionHeader sessionHeader = TestValues.anyHeader(Flow.DIRECT_OTP);
        KycSession completed =
                new Completed(sessionHeader, TestValues.anyIdentity().assurance());
        KycSession ended = new Ended(sessionHeader, EndReason.LOCKED);

        assertThat(settled(completed, END.plusSeconds(99))).isSameAs(completed);
        assertThat(settled(ended, END.plusSeconds(99))).isSameAs(ended);
    }

    @Test
    void an_identity_is_kept_until_its_time_even_past_the_sessions_own_and_then_erased() {
        SessionHeader sessionHeader = TestValues.anyHeader(Flow.DIRECT_OTP);
        KycSession verified = new Verified(sessionHeader, TestValues.anyIdentity(), END.plusSeconds(99));

        assertThat(settled(verified, END.plusSeconds(99).minusNanos(1))).isSameAs(verified);
        assertThat(settled(verified, END.plusSeconds(99)))
                .isEqualTo(new Completed(
                        next(sessionHeader), TestValues.anyIdentity().assurance()));
    }

    @Test
    @Tag("P3")
    void a_lost_send_is_in_doubt_from_the_moment_it_was_lost() {
        KycSession session = sessionAt(REQUESTED);

        assertThat(settled(session, TestValues.later(500)))
                .isEqualTo(new AwaitingOtp<>(next(session), new OtpChallenge.InDoubt(3, TestValues.later(75))));
    }

    @Test
    @Tag("P4")
    void a_lost_verdict_costs_the_attempt() {
        KycSession session = sessionAt(new OtpChallenge.Verifying(CODE, TestValues.NOW));

        assertThat(settled(session, TestValues.later(30)))
                .isEqualTo(new AwaitingOtp<>(next(session), SessionFixtures.code(2, TestValues.later(600))));
    }

    @Test
    @Tag("P4")
    void the_last_lost_verdict_locks() {
        KycSession session =
                sessionAt(new OtpChallenge.Verifying(SessionFixtures.code(1, TestValues.later(600)), TestValues.NOW));

        assertThat(settled(session, TestValues.later(30))).isEqualTo(ended(session, EndReason.LOCKED, 1));
    }

    @Test
    void a_lost_verdict_on_a_code_since_expired_leaves_it_expired() {
        KycSession session = sessionAt(new OtpChallenge.Verifying(CODE, TestValues.NOW));

        assertThat(settled(session, TestValues.later(600)))
                .isEqualTo(new AwaitingOtp<>(next(next(session)), CODE.expire()));
    }

    @Test
    void a_code_expires_with_its_life() {
        KycSession session = sessionAt(CODE);

        assertThat(settled(session, TestValues.later(599))).isSameAs(session);
        assertThat(settled(session, TestValues.later(600))).isEqualTo(new AwaitingOtp<>(next(session), CODE.expire()));
    }

    @Test
    void the_last_code_ends_the_session_with_its_life() {
        KycSession session = sessionAt(new OtpChallenge.AwaitingCode(
                TestValues.anyReference(), TestValues.later(600), 3, 0, TestValues.later(45)));

        assertThat(settled(session, TestValues.later(600))).isEqualTo(ended(session, EndReason.EXPIRED, 1));
    }

    @Test
    void a_lost_image_leads_back_to_where_it_was_asked_for() {
        KycSession first = sessionAt(REQUESTED_IMAGE);
        KycSession refresh = sessionAt(new CaptchaChallenge.Requested(TestValues.NOW, 4, 3, Optional.of(IMAGE)));
        KycSession resend = atCaptchaBeforeResend(REQUESTED_IMAGE);

        assertThat(settled(first, TestValues.later(30))).isEqualTo(new Consented(next(first)));
        assertThat(settled(refresh, TestValues.later(30)))
                .isEqualTo(new AwaitingCaptcha<>(next(refresh), IMAGE, REQUESTED));
        assertThat(settled(resend, TestValues.later(30))).isEqualTo(new AwaitingOtp<>(next(resend), CODE));
    }

    @Test
    @Tag("P3")
    void a_lost_answer_leaves_the_code_in_doubt() {
        KycSession session = sessionAt(new CaptchaChallenge.Answered(IMAGE, TestValues.NOW));

        assertThat(settled(session, TestValues.later(30)))
                .isEqualTo(new AwaitingOtp<>(next(session), new OtpChallenge.InDoubt(3, TestValues.later(75))));
    }

    @Test
    void an_image_expires_with_its_life() {
        KycSession session = sessionAt(IMAGE);

        assertThat(settled(session, TestValues.later(299))).isSameAs(session);
        assertThat(settled(session, TestValues.later(300)))
                .isEqualTo(new AwaitingCaptcha<>(next(session), IMAGE.expire(), REQUESTED));
    }

    @Test
    void the_last_image_ends_the_session_with_its_life() {
        KycSession session = sessionAt(SessionFixtures.image(0, 3));

        assertThat(settled(session, TestValues.later(300))).isEqualTo(ended(session, EndReason.EXPIRED, 1));
    }

    @Test
    void the_last_image_on_the_way_to_a_second_code_leaves_the_first_as_it_is_by_now() {
        KycSession session = atCaptchaBeforeResend(SessionFixtures.image(0, 3));

        assertThat(settled(session, TestValues.later(300)))
                .isEqualTo(new AwaitingOtp<>(next(session), SessionFixtures.CODE_WITHOUT_RESEND));
        assertThat(settled(session, TestValues.later(600)))
                .isEqualTo(new AwaitingOtp<>(next(next(session)), SessionFixtures.CODE_WITHOUT_RESEND.expire()));
    }

    @Test
    void a_lost_offer_leads_back() {
        KycSession session = sessionAt(new AuthorizationChallenge.Requested(TestValues.NOW));

        assertThat(settled(session, TestValues.later(30))).isEqualTo(new Consented(next(session)));
    }

    @Test
    void an_offer_ends_the_session_with_its_life() {
        KycSession session = sessionAt(OFFER);

        assertThat(settled(session, TestValues.later(599))).isSameAs(session);
        assertThat(settled(session, TestValues.later(600))).isEqualTo(ended(session, EndReason.EXPIRED, 1));
    }

    @Test
    void a_lost_exchange_leads_back_to_the_offer() {
        KycSession session = sessionAt(new AuthorizationChallenge.Returned(OFFER, TestValues.NOW));

        assertThat(settled(session, TestValues.later(30))).isEqualTo(new AwaitingAuthorization<>(next(session), OFFER));
    }

    @Test
    void a_lost_collection_leads_back_to_the_access() {
        KycSession session = sessionAt(new AuthorizationChallenge.FetchingDocuments(CONNECTED, TestValues.NOW));

        assertThat(settled(session, TestValues.later(30)))
                .isEqualTo(new AwaitingAuthorization<>(next(session), CONNECTED));
    }

    private static Stream<KycSession> underWay(Instant since) {
        return Stream.of(
                sessionAt(new CaptchaChallenge.Requested(since, 5, 3, Optional.empty())),
                sessionAt(new CaptchaChallenge.Requested(since, 4, 3, Optional.of(IMAGE))),
                sessionAt(new CaptchaChallenge.Answered(IMAGE, since)),
                sessionAt(new OtpChallenge.Requested(since, 3, Optional.empty())),
                sessionAt(new OtpChallenge.Verifying(CODE, since)),
                sessionAt(new AuthorizationChallenge.Requested(since)),
                sessionAt(new AuthorizationChallenge.Returned(OFFER, since)),
                sessionAt(new AuthorizationChallenge.FetchingDocuments(CONNECTED, since)));
    }

    private static KycSession settled(KycSession session, Instant now) {
        return SessionReconciliation.reconcile(session, now, TestValues.CALL_TIMEOUT, TestValues.POLICIES);
    }

    private static SessionHeader next(KycSession session) {
        return session.header().next();
    }

    private static SessionHeader next(SessionHeader sessionHeader) {
        return sessionHeader.next();
    }

    private static Ended ended(KycSession session, EndReason reason, int moves) {
        return new Ended(moves == 1 ? next(session) : next(next(session)), reason);
    }
}
