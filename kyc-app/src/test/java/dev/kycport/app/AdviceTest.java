package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.Report;
import dev.kycport.domain.failure.RetryAdvice;
import dev.kycport.domain.otp.OtpPolicy;
import dev.kycport.domain.session.Policies;
import io.vavr.control.Either;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is advised works, and what does not work is not advised. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AdviceTest {

    private final World world = World.usual();

    static Stream<ProviderFailure> losses() {
        return Failures.every().filter(ProviderFailure::mayHaveBeenDelivered);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void after_a_send_in_doubt_another_code_can_be_had_after_the_gap(ProviderFailure loss) {
        world.provider.fail(ProviderCall.SEND_CODE, loss);
        SessionId id = world.consented(Flow.DIRECT_OTP);

        Either<KycFailure, Progress> answer = start(world, id);

        assertThat(Told.by(answer)).isEqualTo("awaiting-otp " + loss.code());
        assertThat(advice(answer)).isEqualTo(RetryAdvice.after(World.GAP));
        world.provider.recover();
        world.pass(World.GAP);
        assertThat(Told.by(world.service.resend(id, Typed.number(Typed.SENT)))).isEqualTo("awaiting-otp");
    }

    @ParameterizedTest
    @MethodSource("losses")
    void so_it_is_where_a_captcha_was_answered(ProviderFailure loss) {
        world.provider.fail(ProviderCall.SEND_CODE, loss);

        assertThat(advice(world.answer(world.shown(), "KYC42"))).isEqualTo(RetryAdvice.after(World.GAP));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void where_no_resend_is_left_the_person_starts_again(ProviderFailure loss) {
        World strict = strict();
        strict.provider.fail(ProviderCall.SEND_CODE, loss);
        SessionId id = strict.consented(Flow.DIRECT_OTP);

        assertThat(advice(start(strict, id))).isEqualTo(RetryAdvice.RESTART);

        assertThat(Told.by(strict.submit(id, Typed.RIGHT))).isEqualTo("refused otp.resends-used");
        assertThat(Told.by(strict.service.resend(id, Typed.number(Typed.SENT)))).isEqualTo("refused otp.resends-used");
    }

    @Test
    void an_unknown_code_that_stays_pending_without_resends_leaves_nothing_but_a_new_session() {
        World strict = strict();
        SessionId id = strict.consented(Flow.DIRECT_OTP);

        assertThat(advice(strict.service.startDirect(id, Typed.number(Typed.PENDING))))
                .isEqualTo(RetryAdvice.RESTART);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void a_lost_verdict_can_be_asked_for_again_until_the_last_attempt_is_lost(ProviderFailure loss) {
        SessionId id = world.sent();
        world.provider.fail(ProviderCall.VERIFY_CODE, loss);

        assertThat(advice(world.submit(id, Typed.RIGHT))).isEqualTo(RetryAdvice.NOW);
        assertThat(advice(world.submit(id, Typed.RIGHT))).isEqualTo(RetryAdvice.NOW);
        Either<KycFailure, Progress> last = world.submit(id, Typed.RIGHT);

        assertThat(Told.by(last)).isEqualTo("ended locked " + loss.code());
        assertThat(advice(last)).isEqualTo(RetryAdvice.RESTART);
    }

    private World strict() {
        OtpPolicy usual = OtpPolicy.USUAL;
        Policies once = new Policies(
                Policies.USUAL.session(),
                Policies.USUAL.captcha(),
                new OtpPolicy(usual.life(), usual.attempts(), 0, usual.resendGap()),
                Policies.USUAL.authorization());
        return world.through(world.over(world.stores)
                .provider(world.provider)
                .policies(world.provider.id(), once)
                .build());
    }

    private static Either<KycFailure, Progress> start(World world, SessionId id) {
        return world.service.startDirect(id, Typed.number(Typed.SENT));
    }

    private static RetryAdvice advice(Either<KycFailure, Progress> answer) {
        Report report = answer.get().report().orElseThrow();
        return report.retry();
    }
}
