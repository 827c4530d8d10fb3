package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.otp.NotSentReason;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.OtpGateway;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.gateway.SessionLost;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import io.vavr.control.Either;
import org.junit.jupiter.api.Test;

/** What both OTP flows owe: the verdicts on a number and on a code. */
public abstract class OtpGatewayContract<G extends OtpGateway> extends GatewayContract<G> {

    OtpGatewayContract(Flow flow) {
        super(flow);
    }

    final Either<ProviderFailure, CodeVerdict> verify(GatewayUnderTest<G> target, Canary canary) {
        ConsentProof proof = SampleValues.anyProof(target.provider(), ProviderCall.VERIFY_CODE);
        return target.gateway().verify(proof, target.reference(), canary.otpCode());
    }

    static ProviderReference reference(Either<ProviderFailure, ?> sent) {
        return ((SendVerdict.CodeSent) sent.get()).reference();
    }

    /** If it fails, check where the reference is taken from: without it the code can never be verified. */
    @Test
    final void a_sent_code_comes_with_its_reference() {
        SendVerdict.CodeSent sent = outcome(ProviderBehaviour.CODE_SENT).verdict(SendVerdict.CodeSent.class);

        assertThat(sent.reference().value()).isNotBlank();
    }

    /** If it fails, check the vendor's word for a number without a mobile: it is about the person, not about the request. */
    @Test
    final void a_number_without_a_mobile_is_a_verdict_not_a_failure() {
        assertThat(outcome(ProviderBehaviour.MOBILE_NOT_LINKED).verdict())
                .isEqualTo(new SendVerdict.CodeNotSent(NotSentReason.MOBILE_NOT_LINKED));
    }

    /** If it fails, check the vendor's word for a number it does not know. */
    @Test
    final void an_unknown_number_is_a_verdict_not_a_failure() {
        assertThat(outcome(ProviderBehaviour.NUMBER_INVALID).verdict())
                .isEqualTo(new SendVerdict.CodeNotSent(NotSentReason.NUMBER_INVALID));
    }

    /** If it fails, check that "an earlier code is pending" is taken neither for a sent code nor for throttling. */
    @Test
    final void a_pending_code_is_a_verdict_not_a_failure() {
        outcome(ProviderBehaviour.CODE_PENDING).verdict(SendVerdict.CodePending.class);
    }

    /** If it fails, check which fields the person is read from. */
    @Test
    final void a_right_code_comes_with_the_person() {
        VerifiedIdentity person = person(ProviderBehaviour.RIGHT_CODE);

        assertThat(person.name()).isNotBlank();
    }

    /** If it fails, check that what the provider hands back on top is left out, and the rest is still taken. */
    @Test
    final void a_provider_that_hands_back_too_much_is_cut_down() {
        VerifiedIdentity person = person(ProviderBehaviour.HANDS_BACK_TOO_MUCH);

        assertThat(person.name()).isNotBlank();
    }

    /** If it fails, check the assurance: what an account may be used for depends on flow and provider. */
    @Test
    final void the_person_is_vouched_for_by_flow_and_provider() {
        VerifiedIdentity person = person(ProviderBehaviour.RIGHT_CODE);

        assertThat(person.assurance().flow()).isEqualTo(flow);
        assertThat(person.assurance().provider())
                .isEqualTo(outcome(ProviderBehaviour.RIGHT_CODE).provider());
    }

    /** If it fails, check for a clock other than the one handed in, such as {@code Instant.now()}. */
    @Test
    final void the_person_is_vouched_for_at_the_time_of_the_clock_handed_in() {
        assertThat(person(ProviderBehaviour.RIGHT_CODE).assurance().verifiedAt())
                .as("when the person was vouched for, by MovableClock.atSampleTime(), the only clock to read")
                .isEqualTo(SampleValues.NOW);
    }

    /** If it fails, check the vendor's word for a wrong code: it must cost one attempt, not the session. */
    @Test
    final void a_wrong_code_is_a_verdict_not_a_failure() {
        outcome(ProviderBehaviour.WRONG_CODE).verdict(CodeVerdict.WrongCode.class);
    }

    /** If it fails, check that an expired code is distinguished from a wrong one: another attempt cannot succeed. */
    @Test
    final void an_expired_code_is_a_verdict_of_its_own() {
        outcome(ProviderBehaviour.CODE_EXPIRED).verdict(CodeVerdict.CodeExpired.class);
    }

    /** If it fails, check the vendor's word for a session or reference it no longer knows: the person must start again. */
    @Test
    final void a_lost_session_is_reported_as_such() {
        outcomes(ProviderBehaviour.SESSION_LOST).forEach(observedOutcome -> observedOutcome.verdict(SessionLost.class));
    }

    private VerifiedIdentity person(ProviderBehaviour behaviour) {
        return outcome(behaviour).verdict(CodeVerdict.RightCode.class).identity();
    }
}
