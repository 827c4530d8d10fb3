package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.adapter.memory.InMemoryStoreFactory;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.SessionRequest;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.Flow;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.identity.DocumentType;
import io.vavr.control.Either;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FindSessionTest {

    private final Harness harness = Harness.create();
    private final SessionId unknown = SessionId.of(new byte[SessionId.BYTES]);

    @Test
    void an_unknown_session_is_rejected_by_every_step() {
        List<Either<KycFailure, StepResult>> answers = List.of(
                harness.service.giveConsent(unknown, ConsentMethod.CHECKBOX),
                harness.service.declineConsent(unknown),
                harness.service.startCaptcha(unknown),
                harness.service.startDirectOtp(unknown, TestInputs.number(TestInputs.SENT)),
                harness.service.startDigiLocker(unknown, TestInputs.redirectUrl(), Set.of(DocumentType.PAN)),
                harness.service.reloadCaptcha(unknown),
                harness.answer(unknown, "KYC42"),
                harness.service.resend(unknown),
                harness.submit(unknown, TestInputs.RIGHT));

        assertThat(answers).map(StepAssertions::describe).containsOnly("refused session.unknown");
        assertThat(List.of(
                        harness.service.handleDigiLockerReturn(unknown, TestInputs.returnUrl("code=granted&state=x")),
                        harness.service.fetchDocuments(unknown),
                        harness.service.cancel(unknown),
                        harness.service.withdrawConsent(unknown)))
                .map(StepAssertions::describe)
                .containsOnly("refused session.unknown");
    }

    @Test
    void an_unknown_session_has_no_consent_and_no_trail() {
        assertThat(harness.service.findSession(unknown).getLeft()).isEqualTo(new SessionRejection.Unknown());
        assertThat(harness.service.consent(unknown).getLeft()).isEqualTo(new SessionRejection.Unknown());
        assertThat(harness.service.audit(unknown)).isEmpty();
    }

    @Test
    void a_refusal_names_the_state_and_its_moves() {
        SessionId id = harness.codeSent();

        KycFailure refusal = harness.service.startCaptcha(id).getLeft();

        assertThat(refusal).isInstanceOf(SessionRejection.WrongState.class);
        assertThat(refusal.summary())
                .contains("awaiting-otp")
                .contains("submit-code")
                .contains("resend-code");
    }

    @Test
    void the_flows_that_remain_are_named() {
        KycService direct = KycService.builder(
                        InMemoryStoreFactory.stores(), new KycEnvironment(harness.clock, byte[]::new))
                .registerProvider(harness.provider)
                .route(Flow.DIRECT_OTP, List.of(harness.provider.id()))
                .build();

        KycFailure refusal = direct.open(TestInputs.request(Flow.DIGILOCKER)).getLeft();

        assertThat(direct.flows()).containsExactly(Flow.DIRECT_OTP);
        assertThat(refusal.code()).isEqualTo("flow.unsupported");
        assertThat(refusal.summary()).isEqualTo("digilocker is not offered; offered: direct-otp");
    }

    @Test
    void a_provider_can_be_asked_for_by_name_though_no_route_has_it() {
        RecordingProvider other = harness.provider("other", FakeConfig.defaults());
        KycService service = harness.builderOn(harness.stores)
                .provider(harness.provider)
                .registerProvider(other)
                .build();
        SessionRequest request = TestInputs.request(Flow.DIRECT_OTP);

        assertThat(service.open(request.withProvider("other").get())
                        .get()
                        .session()
                        .header()
                        .provider())
                .isEqualTo(other.id());
        assertThat(service.open(request.withProvider("nobody").get()).getLeft().summary())
                .isEqualTo("provider is not configured");
        assertThat(request.withProvider("Not A Name").getLeft().summary())
                .isEqualTo("provider is not a provider's name");
    }
}
