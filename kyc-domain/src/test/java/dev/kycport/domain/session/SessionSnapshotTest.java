package dev.kycport.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.Flow;
import dev.kycport.domain.TestValues;
import dev.kycport.domain.captcha.CaptchaSnapshot;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.otp.OtpSnapshot;
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
@Tag("P5")
class SessionSnapshotTest {

    static Stream<KycSession> states() {
        SessionHeader sessionHeader = TestValues.anyHeader(Flow.DIRECT_OTP);
        return Stream.concat(
                Stream.concat(SessionReconciliationTest.waiting(), SessionReconciliationTest.underWay()),
                Stream.of(
                        SessionFixtures.atCaptchaBeforeResend(SessionFixtures.IMAGE),
                        new KycSession.Verified(sessionHeader, TestValues.anyIdentity(), TestValues.later(60)),
                        new KycSession.Completed(
                                sessionHeader, TestValues.anyIdentity().assurance()),
                        new KycSession.Ended(sessionHeader, EndReason.DENIED)));
    }

    @ParameterizedTest
    @MethodSource("states")
    void every_state_survives(KycSession session) {
        assertThat(SessionSnapshot.of(session).restore()).isEqualTo(session);
    }

    @ParameterizedTest
    @MethodSource("states")
    void a_snapshot_knows_its_state(KycSession session) {
        assertThat(SessionSnapshot.of(session).state()).isEqualTo(session.state());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OPENED", "CONSENTED"})
    void a_snapshot_without_its_parts_is_damaged(SessionState state) {
        SessionSnapshot snapshot = snapshot(state, Optional.empty(), Optional.empty());

        assertThatThrownBy(snapshot::restore)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a stored session is damaged");
    }

    @Test
    void a_captcha_without_the_code_it_asks_for_is_damaged() {
        Optional<CaptchaSnapshot> image = Optional.of(CaptchaSnapshot.of(SessionFixtures.IMAGE));
        Optional<OtpSnapshot> judging =
                Optional.of(OtpSnapshot.of(new OtpChallenge.Verifying(SessionFixtures.CODE, TestValues.NOW)));

        SessionSnapshot none = snapshot(SessionState.AWAITING_CAPTCHA, image, Optional.empty());
        SessionSnapshot other = snapshot(SessionState.AWAITING_CAPTCHA, image, judging);

        assertThatThrownBy(none::restore).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(other::restore).isInstanceOf(IllegalArgumentException.class);
    }

    private static SessionSnapshot snapshot(
            SessionState state, Optional<CaptchaSnapshot> captcha, Optional<OtpSnapshot> otp) {
        return new SessionSnapshot(
                TestValues.anyHeader(Flow.DIRECT_OTP),
                state,
                captcha,
                otp,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
