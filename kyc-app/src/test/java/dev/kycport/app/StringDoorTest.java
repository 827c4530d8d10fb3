package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kycport.app.step.KycFailureException;
import dev.kycport.domain.Flow;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.identity.DocumentType;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Steps that take what the person typed, and the same steps with exceptions. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StringDoorTest {

    private final Harness harness = Harness.create();
    private final KycService service = harness.service;

    @Test
    void the_direct_flow_takes_number_and_code_as_typed() {
        SessionId id = harness.consented(Flow.DIRECT_OTP);

        service.startDirectOtp(id, "9999 4105 7058").get();
        service.submitCode(id, "123456").get();

        assertThat(service.view(id).get().state()).isEqualTo("verified");
    }

    @Test
    void the_captcha_flow_takes_number_and_answer_as_typed() {
        SessionId id = harness.captchaShown();

        service.submitCaptcha(id, "9999 4105 7058", "KYC42").get();

        assertThat(service.view(id).get().state()).isEqualTo("awaiting-otp");
    }

    @Test
    void digilocker_takes_its_urls_as_text() {
        SessionId id = harness.consented(Flow.DIGILOCKER);

        service.startDigiLocker(id, "https://bank.example/back", Set.of(DocumentType.AADHAAR))
                .get();
        service.handleDigiLockerReturn(id, "https://bank.example/back?code=granted&state=" + harness.state(id))
                .get();

        assertThat(service.view(id).get().state()).isEqualTo("verified");
    }

    @Test
    void what_is_not_of_its_form_names_the_field_and_spends_nothing() {
        SessionId id = harness.codeSent();

        assertThat(service.submitCode(id, "12a456").getLeft().code()).isEqualTo("input.invalid");
        assertThat(service.submitCode(id, (String) null).getLeft().summary()).startsWith("otp ");
        assertThat(service.view(id).get().code().orElseThrow().attemptsLeft()).isEqualTo(3);
    }

    @Test
    void the_throwing_service_throws_what_the_other_returns_as_left() {
        SessionId id = harness.codeSent();

        KycFailureException thrown = catchThrowableOfType(
                KycFailureException.class, () -> service.throwing().startDirectOtp(id, "999941057058"));

        assertThat(thrown.failure().code()).isEqualTo("session.wrong-state");
        assertThat(thrown.problem().status()).isEqualTo(409);
        assertThat(thrown).hasMessageContaining("session.wrong-state").hasMessageNotContaining("999941057058");
    }

    @Test
    void a_wrong_code_is_a_report_and_not_an_exception() {
        SessionId id = harness.codeSent();

        assertThat(service.throwing()
                        .submitCode(id, "111111")
                        .report()
                        .orElseThrow()
                        .code())
                .isEqualTo("otp.wrong-code");
        assertThat(service.view(id).get().lastReport()).contains("otp.wrong-code");
    }
}
