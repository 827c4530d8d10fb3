package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.Oddity;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionState;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P8")
class P8UnknownMeansUnknownTest {

    private final World world = World.usual();

    static Stream<Arguments> riddles() {
        return Arrays.stream(ProviderCall.values())
                .flatMap(call -> Arrays.stream(Oddity.values()).map(oddity -> Arguments.of(call, oddity)));
    }

    @ParameterizedTest
    @MethodSource("riddles")
    void an_answer_that_nobody_understands_verifies_nobody_and_shows_nothing(ProviderCall call, Oddity oddity) {
        Moment moment = Moment.before(call, world);
        KycSession before = world.look(moment.session());
        world.provider.fail(call, new ProviderFailure.Unintelligible(VendorTrace.of(world.provider.id()), oddity));

        String told = Told.by(moment.take());

        KycSession after = world.look(moment.session());
        assertThat(told).endsWith("provider.unintelligible");
        assertThat(after).isInstanceOf(KycSession.Live.class);
        assertThat(after.state())
                .isEqualTo(call == ProviderCall.SEND_CODE ? SessionState.AWAITING_OTP : before.state());
    }

    @ParameterizedTest
    @MethodSource("riddles")
    void the_trail_says_that_it_was_not_understood(ProviderCall call, Oddity oddity) {
        Moment moment = Moment.before(call, world);
        world.provider.fail(call, new ProviderFailure.Unintelligible(VendorTrace.of(world.provider.id()), oddity));

        moment.take();

        assertThat(world.trail(moment.session()))
                .last()
                .satisfies(entry -> assertThat(entry.code()).contains("provider.unintelligible"));
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_that_says_nothing_is_an_adapters_bug_and_no_verdict(ProviderCall call) {
        Moment moment = Moment.before(call, world);
        world.provider.mute(call);

        assertThatThrownBy(moment::take).isInstanceOf(NullPointerException.class);

        assertThat(world.look(moment.session())).isInstanceOf(KycSession.Live.class);
    }
}
