package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.fake.Fake;
import dev.kycport.adapter.fake.FakeConfig;
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
class LookingTest {

    private final World world = World.usual();
    private final SessionId unknown = SessionId.of(new byte[SessionId.BYTES]);

    @Test
    void a_session_that_never_was_is_unknown_to_every_step() {
        List<Either<KycFailure, Progress>> answers = List.of(
                world.service.giveConsent(unknown, ConsentMethod.CHECKBOX),
                world.service.declineConsent(unknown),
                world.service.startCaptcha(unknown),
                world.service.startDirect(unknown, Typed.number(Typed.SENT)),
                world.service.startDigiLocker(unknown, Typed.home(), Set.of(DocumentType.PAN)),
                world.service.reloadCaptcha(unknown),
                world.answer(unknown, "KYC42"),
                world.service.resend(unknown),
                world.submit(unknown, Typed.RIGHT));

        assertThat(answers).map(Told::by).containsOnly("refused session.unknown");
        assertThat(List.of(
                        world.service.takeUpReturn(unknown, Typed.back("code=granted&state=x")),
                        world.service.collect(unknown),
                        world.service.cancel(unknown),
                        world.service.withdrawConsent(unknown)))
                .map(Told::by)
                .containsOnly("refused session.unknown");
    }

    @Test
    void there_is_nothing_to_see_of_a_session_that_never_was() {
        assertThat(world.service.look(unknown).getLeft()).isEqualTo(new SessionRejection.Unknown());
        assertThat(world.service.consent(unknown).getLeft()).isEqualTo(new SessionRejection.Unknown());
        assertThat(world.service.audit(unknown)).isEmpty();
    }

    @Test
    void a_refusal_names_the_state_and_its_moves() {
        SessionId id = world.sent();

        KycFailure refusal = world.service.startCaptcha(id).getLeft();

        assertThat(refusal).isInstanceOf(SessionRejection.WrongState.class);
        assertThat(refusal.summary())
                .contains("awaiting-otp")
                .contains("submit-code")
                .contains("resend");
    }

    @Test
    void the_flows_that_remain_are_named() {
        KycService direct = KycService.with(Fake.stores(), new Surroundings(world.clock, byte[]::new))
                .known(world.provider)
                .route(Flow.DIRECT_OTP, List.of(world.provider.id()))
                .build();

        KycFailure refusal = direct.open(Typed.request(Flow.DIGILOCKER)).getLeft();

        assertThat(direct.flows()).containsExactly(Flow.DIRECT_OTP);
        assertThat(refusal.code()).isEqualTo("flow.unsupported");
        assertThat(refusal.summary()).isEqualTo("digilocker is not offered; offered: direct-otp");
    }

    @Test
    void a_provider_can_be_asked_for_by_name_though_no_route_has_it() {
        Watched other = world.provider("other", FakeConfig.usual());
        KycService service =
                world.over(world.stores).provider(world.provider).known(other).build();
        SessionRequest request = Typed.request(Flow.DIRECT_OTP);

        assertThat(service.open(request.from("other").get())
                        .get()
                        .session()
                        .dossier()
                        .provider())
                .isEqualTo(other.id());
        assertThat(service.open(request.from("nobody").get()).getLeft().summary())
                .isEqualTo("provider is not configured");
        assertThat(request.from("Not A Name").getLeft().summary()).isEqualTo("provider is not a provider's name");
    }
}
