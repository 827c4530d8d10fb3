package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.kycport.domain.Flow;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NullArgumentTest {

    private final Harness harness = Harness.create();

    /** A step of a session whose code is on its way, with an argument that is null, by the argument's name. */
    enum NullCall {
        ID((service, id) -> service.findSession(null)),
        REQUEST((service, id) -> service.open(null)),
        METHOD((service, id) -> service.giveConsent(id, null)),
        VALID_FOR((service, id) -> service.giveConsent(id, ConsentMethod.BUTTON, null)),
        NUMBER((service, id) -> service.startDirectOtp(id, (IdentityNumber) null)),
        NUMBER_AGAIN((service, id) -> service.resend(id, (IdentityNumber) null)),
        NUMBER_BESIDE_ANSWER((service, id) -> service.submitCaptcha(id, null, TestInputs.answer("KYC42"))),
        ANSWER((service, id) -> service.submitCaptcha(id, TestInputs.number(TestInputs.SENT), null)),
        CODE((service, id) -> service.submitCode(id, (OtpCode) null)),
        BACK((service, id) -> service.startDigiLocker(id, (RedirectUrl) null, Set.of(DocumentType.PAN))),
        DOCUMENTS((service, id) -> service.startDigiLocker(id, TestInputs.redirectUrl(), null)),
        URL((service, id) -> service.handleDigiLockerReturn(id, (ReturnUrl) null)),
        ID_OF_CONSENT((service, id) -> service.withdrawConsent((ConsentId) null)),
        PERSON((service, id) -> service.withdrawConsents((SubjectRef) null));

        private final BiConsumer<KycService, SessionId> step;

        NullCall(BiConsumer<KycService, SessionId> step) {
            this.step = step;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_null_argument_is_refused_before_anything_is_stored(NullCall nullCall) {
        SessionId id = harness.codeSent();

        assertThatNullPointerException().isThrownBy(() -> nullCall.step.accept(harness.service, id));

        assertThat(harness.auditTrail(id)).hasSameSizeAs(harness.auditTrail(harness.codeSent()));
        assertThat(StepAssertions.describe(harness.submit(id, TestInputs.RIGHT)))
                .isEqualTo("verified");
    }

    @ParameterizedTest
    @EnumSource(names = {"CODE", "METHOD", "DOCUMENTS"})
    void the_exception_names_the_null_argument(NullCall nullCall) {
        assertThatNullPointerException()
                .isThrownBy(() -> nullCall.step.accept(harness.service, harness.codeSent()))
                .withMessageContaining(nullCall.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void a_consent_needs_a_method() {
        SessionId id = harness.opened(Flow.DIRECT_OTP);

        assertThatNullPointerException().isThrownBy(() -> harness.service.giveConsent(id, null));

        assertThat(harness.service.consent(id).get()).isInstanceOf(Consent.Asked.class);
    }
}
