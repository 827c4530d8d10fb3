package dev.kycport.domain.session;

import static dev.kycport.domain.session.SessionFixtures.sessionAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.TestValues;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession.Completed;
import dev.kycport.domain.session.KycSession.Ended;
import dev.kycport.domain.session.KycSession.Verified;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KycSessionTest {

    private static final SessionHeader DOSSIER = TestValues.anyHeader(Flow.DIRECT_OTP);
    private static final SessionHeader NEXT = DOSSIER.next();

    @Test
    void a_dossier_changes_in_nothing_but_its_revision() {
        assertThat(NEXT.revision()).isEqualTo(1);
        assertThat(NEXT).usingRecursiveComparison().ignoringFields("revision").isEqualTo(DOSSIER);
    }

    @Test
    void consent_lets_a_session_start() {
        assertThat(KycSession.open(DOSSIER).giveConsent(TestValues.anyConsent()))
                .isEqualTo(new KycSession.Consented(NEXT));
    }

    @Test
    @Tag("P1")
    void the_consent_of_another_session_is_a_bug() {
        Consent.Given other = Consent.ask(new ConsentId("B".repeat(22)), TestValues.anyTerms(), TestValues.NOW)
                .give(ConsentMethod.BUTTON, Duration.ofHours(1), TestValues.NOW);
        KycSession.Opened opened = KycSession.open(DOSSIER);

        assertThatThrownBy(() -> opened.giveConsent(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_flow_starts_with_its_challenge() {
        assertThat(SessionFixtures.consented(Flow.CAPTCHA_OTP)
                        .requestCaptcha(TestValues.POLICIES, TestValues.NOW)
                        .get()
                        .captcha())
                .isEqualTo(SessionFixtures.REQUESTED_IMAGE);
        assertThat(SessionFixtures.consented(Flow.CAPTCHA_OTP)
                        .requestCaptcha(TestValues.POLICIES, TestValues.NOW)
                        .get()
                        .otp())
                .isEqualTo(SessionFixtures.REQUESTED);
        assertThat(SessionFixtures.consented(Flow.DIRECT_OTP)
                        .requestCode(TestValues.POLICIES.otp(), TestValues.NOW)
                        .get()
                        .otp())
                .isEqualTo(SessionFixtures.REQUESTED);
        assertThat(SessionFixtures.consented(Flow.DIGILOCKER)
                        .requestAuthorization(TestValues.NOW)
                        .get()
                        .authorization())
                .isEqualTo(new AuthorizationChallenge.Requested(TestValues.NOW));
    }

    @ParameterizedTest
    @EnumSource
    void no_flow_starts_with_the_challenge_of_another(Flow flow) {
        KycSession.Consented session = SessionFixtures.consented(flow);

        assertThat(session.requestCaptcha(TestValues.POLICIES, TestValues.NOW).isRight())
                .isEqualTo(flow == Flow.CAPTCHA_OTP);
        assertThat(session.requestCode(TestValues.POLICIES.otp(), TestValues.NOW)
                        .isRight())
                .isEqualTo(flow == Flow.DIRECT_OTP);
        assertThat(session.requestAuthorization(TestValues.NOW).isRight()).isEqualTo(flow == Flow.DIGILOCKER);
    }

    @Test
    void a_wrong_start_names_the_state_and_its_moves() {
        KycFailure rejection = SessionFixtures.consented(Flow.DIRECT_OTP)
                .requestAuthorization(TestValues.NOW)
                .getLeft();

        assertThat(rejection)
                .isEqualTo(new SessionRejection.WrongState("consented", Set.of("start-direct-otp", "cancel")));
        assertThat(rejection.summary())
                .isEqualTo("the session is consented, from where it can: cancel, start-direct-otp");
    }

    @Test
    @Tag("P7")
    void another_provider_takes_over_as_long_as_nothing_was_sent() {
        KycSession.Consented session = new KycSession.Consented(DOSSIER).failOverTo(new ProviderId("other"));

        assertThat(session.header().provider()).isEqualTo(new ProviderId("other"));
        assertThat(session.header().revision()).isEqualTo(1);
    }

    @Test
    void a_live_session_can_end_for_any_reason() {
        for (EndReason reason : EndReason.values()) {
            assertThat(new KycSession.Opened(DOSSIER).end(reason)).isEqualTo(new Ended(NEXT, reason));
            assertThat(EndReason.fromCode(reason.code())).contains(reason);
        }
        assertThat(EndReason.fromCode("bored")).isEmpty();
    }

    @Test
    void withdrawing_ends_a_verified_session_too() {
        assertThat(new Verified(DOSSIER, TestValues.anyIdentity(), TestValues.later(60)).withdraw())
                .isEqualTo(new Ended(NEXT, EndReason.CONSENT_WITHDRAWN));
    }

    @Test
    void of_an_identity_that_was_taken_over_only_the_assurance_stays() {
        assertThat(new Verified(DOSSIER, TestValues.anyIdentity(), TestValues.later(60)).complete())
                .isEqualTo(new Completed(NEXT, TestValues.anyIdentity().assurance()));
    }

    @Test
    void a_session_that_is_over_says_why() {
        assertThat(new Verified(DOSSIER, TestValues.anyIdentity(), TestValues.later(60)).rejection())
                .isEqualTo(new SessionRejection.Over("verified"));
        assertThat(new Completed(DOSSIER, TestValues.anyIdentity().assurance()).rejection())
                .isEqualTo(new SessionRejection.Over("completed"));
        assertThat(new Ended(DOSSIER, EndReason.LOCKED).rejection()).isEqualTo(new SessionRejection.Over("locked"));
    }

    static Stream<KycSession> states() {
        return Stream.of(
                SessionFixtures.opened(Flow.DIRECT_OTP),
                SessionFixtures.consented(Flow.DIRECT_OTP),
                sessionAt(SessionFixtures.IMAGE),
                sessionAt(SessionFixtures.CODE),
                sessionAt(SessionFixtures.OFFER),
                new Verified(DOSSIER, TestValues.anyIdentity(), TestValues.later(60)),
                new Completed(DOSSIER, TestValues.anyIdentity().assurance()),
                new Ended(DOSSIER, EndReason.DENIED));
    }

    @ParameterizedTest
    @MethodSource("states")
    void every_state_has_the_name_of_its_type(KycSession session) {
        String type = session.getClass().getSimpleName();

        assertThat(session.state().code())
                .isEqualTo(type.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT));
        assertThat(session.allowedActions().isEmpty())
                .isEqualTo(session instanceof Completed || session instanceof Ended);
        assertThat(session.id()).isEqualTo(TestValues.anySessionId());
    }

    @ParameterizedTest
    @MethodSource("states")
    void a_state_that_lives_can_be_cancelled(KycSession session) {
        assertThat(session.allowedActions().contains("cancel")).isEqualTo(session instanceof KycSession.Live);
    }

    @Test
    void the_type_of_a_challenge_is_the_type_of_its_session() {
        KycSession.AwaitingOtp<OtpChallenge.AwaitingCode> code = sessionAt(SessionFixtures.CODE);
        KycSession.AwaitingCaptcha<CaptchaChallenge.Shown> image = sessionAt(SessionFixtures.IMAGE);

        assertThat(code.otp().attemptsLeft()).isEqualTo(3);
        assertThat(image.captcha().refreshesLeft()).isEqualTo(5);
    }
}
