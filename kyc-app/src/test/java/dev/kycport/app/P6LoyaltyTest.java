package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.domain.Flow;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.otp.OtpPolicy;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.Policies;
import dev.kycport.ports.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P6")
class P6LoyaltyTest {

    private final World world = World.usual();
    private final Watched other = world.provider("other", FakeConfig.usual());

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OPENED"})
    void a_session_goes_on_with_its_provider_though_the_route_names_another_now(Stage stage) {
        SessionId id = stage.in(world);
        World swapped = world.through(swapped());

        KycSession end = Person.carryOn(swapped, id, Typed.RIGHT);

        assertThat(Told.state(end)).isEqualTo("verified");
        assertThat(end.dossier().provider()).isEqualTo(world.provider.id());
        assertThat(other.seen()).isEmpty();
    }

    @Test
    void a_new_session_goes_to_the_new_provider() {
        world.sent();
        World swapped = world.through(swapped());

        SessionId fresh = swapped.sent();

        assertThat(swapped.look(fresh).dossier().provider()).isEqualTo(other.id());
        assertThat(other.codes()).hasSize(1);
        assertThat(world.provider.codes()).hasSize(1);
    }

    @Test
    void two_services_serve_the_same_session_in_turn() {
        World swapped = world.through(swapped());
        SessionId id = world.sent();

        swapped.submit(id, Typed.WRONG);
        world.submit(id, Typed.WRONG);

        assertThat(Told.by(swapped.submit(id, Typed.WRONG))).isEqualTo("ended locked otp.locked");
    }

    @Test
    void a_session_whose_provider_is_gone_altogether_is_told_so_and_can_be_cancelled() {
        SessionId id = world.sent();
        KycService without = world.over(world.stores).provider(other).build();

        assertThat(Told.state(without.look(id).get())).isEqualTo("awaiting-otp");
        assertThat(Told.by(without.submitCode(id, Typed.code(Typed.RIGHT)))).isEqualTo("refused flow.unsupported");
        assertThat(Told.state(world.look(id))).isEqualTo("awaiting-otp");

        assertThat(Told.by(without.cancel(id))).isEqualTo("ended cancelled");
        assertThat(other.seen()).isEmpty();
    }

    @Test
    void a_call_lost_with_a_provider_that_is_gone_is_accounted_for_all_the_same() {
        SessionId id = world.consented(Flow.DIRECT_OTP);
        Mortal mortal = Mortal.at(3, Mortal.Side.BEFORE, world.stores);
        KycService dying =
                world.over(mortal.asStores()).provider(world.provider).build();
        try {
            dying.startDirect(id, Typed.number(Typed.SENT));
        } catch (StoreUnavailableException expected) {
            assertThat(mortal.isDead()).isTrue();
        }
        KycService without = world.over(world.stores).provider(other).build();

        world.pass(Duration.ofMinutes(2));

        assertThat(Told.by(without.resend(id, Typed.number(Typed.SENT)))).isEqualTo("refused otp.in-doubt");
    }

    @Test
    void the_rules_of_a_provider_can_be_overridden() {
        Policies strict = new Policies(
                Policies.USUAL.session(),
                Policies.USUAL.captcha(),
                new OtpPolicy(Duration.ofMinutes(1), 1, 0, Duration.ofSeconds(30)),
                Policies.USUAL.authorization());
        World strictly = world.through(world.over(world.stores)
                .provider(world.provider)
                .policies(world.provider.id(), strict)
                .build());

        assertThat(Told.by(strictly.submit(strictly.sent(), Typed.WRONG))).isEqualTo("ended locked otp.locked");
    }

    private KycService swapped() {
        KycServiceBuilder builder =
                world.over(world.stores).known(world.provider).known(other);
        for (Flow flow : Flow.values()) {
            builder.route(flow, List.of(other.id()));
        }
        return builder.build();
    }
}
