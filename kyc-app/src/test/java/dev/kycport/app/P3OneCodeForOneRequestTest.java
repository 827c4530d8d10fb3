package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P3")
class P3OneCodeForOneRequestTest {

    private static final int IMPATIENT = 24;

    private final World world = World.usual();

    @Test
    void a_host_that_starts_the_same_session_in_parallel_sends_one_code() {
        SessionId id = world.consented(Flow.DIRECT_OTP);

        List<String> answers = told(number -> Told.by(world.service.startDirect(id, Typed.number(Typed.SENT))));

        assertThat(world.provider.codes()).hasSize(1);
        assertThat(answers).filteredOn("awaiting-otp"::equals).hasSize(1);
        assertThat(answers).isSubsetOf("awaiting-otp", "refused session.busy", "refused session.wrong-state");
    }

    @Test
    void a_host_that_submits_the_same_captcha_in_parallel_sends_one_code() {
        SessionId id = world.shown();

        List<String> answers = told(number -> Told.by(world.answer(id, "KYC42")));

        assertThat(world.provider.codes()).hasSize(1);
        assertThat(answers).filteredOn("awaiting-otp"::equals).hasSize(1);
    }

    @Test
    void a_host_that_resends_in_parallel_sends_one_more() {
        SessionId id = world.sent();
        world.pass(World.GAP);

        told(number -> Told.by(world.service.resend(id, Typed.number(Typed.SENT))));

        assertThat(world.provider.codes()).hasSize(2);
        assertThat(((OtpChallenge.AwaitingCode) otp(id)).resendsLeft()).isEqualTo(2);
    }

    @Test
    void a_page_that_is_reloaded_sends_no_further_code() {
        SessionId id = world.sent();

        String again = Told.by(world.service.startDirect(id, Typed.number(Typed.SENT)));
        world.look(id);

        assertThat(again).isEqualTo("refused session.wrong-state");
        assertThat(world.provider.codes()).hasSize(1);
    }

    @Test
    void no_code_is_sent_while_one_is_being_sent_or_checked() {
        SessionId id = world.sent();
        world.pass(World.GAP);
        Hold hold = world.provider.hold(ProviderCall.VERIFY_CODE);
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        Future<?> underWay = elsewhere.submit(() -> world.submit(id, Typed.WRONG));
        hold.awaitArrival();

        assertThat(Told.by(world.service.resend(id, Typed.number(Typed.SENT)))).isEqualTo("refused session.busy");
        hold.release();
        Race.result(underWay);
        elsewhere.shutdown();

        assertThat(world.provider.codes()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource
    void a_send_that_may_have_arrived_is_in_doubt(ProviderFailure failure) {
        SessionId id = world.consented(Flow.DIRECT_OTP);
        world.provider.fail(ProviderCall.SEND_CODE, failure);

        String told = Told.by(world.service.startDirect(id, Typed.number(Typed.SENT)));

        assertThat(told).isEqualTo("awaiting-otp " + failure.code());
        assertThat(otp(id)).isInstanceOf(OtpChallenge.InDoubt.class);
        assertThat(world.provider.count(ProviderCall.SEND_CODE)).isEqualTo(1);
    }

    static Stream<ProviderFailure> a_send_that_may_have_arrived_is_in_doubt() {
        return Failures.every().filter(ProviderFailure::mayHaveBeenDelivered);
    }

    @Test
    void a_send_whose_answer_was_never_stored_is_in_doubt_once_no_answer_can_come() {
        SessionId id = world.consented(Flow.DIRECT_OTP);
        Hold hold = world.provider.hold(ProviderCall.SEND_CODE);
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        Future<?> underWay = elsewhere.submit(() -> world.service.startDirect(id, Typed.number(Typed.SENT)));
        hold.awaitArrival();

        assertThat(otp(id)).isInstanceOf(OtpChallenge.Requested.class);
        world.pass(world.provider.patience());

        assertThat(otp(id)).isInstanceOf(OtpChallenge.InDoubt.class);
        assertThat(Told.by(world.service.resend(id, Typed.number(Typed.SENT)))).isEqualTo("refused otp.in-doubt");
        hold.release();
        Race.result(underWay);
        elsewhere.shutdown();
        assertThat(otp(id)).isInstanceOf(OtpChallenge.InDoubt.class);
    }

    private OtpChallenge otp(SessionId id) {
        return ((KycSession.AwaitingOtp<?>) world.look(id)).otp();
    }

    private static List<String> told(IntFunction<String> step) {
        return Race.of(IMPATIENT, step);
    }
}
