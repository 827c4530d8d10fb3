package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.SessionPolicy;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EndingTest {

    private static final Duration KEPT = SessionPolicy.USUAL.kept();

    private final World world = World.usual();
    private final ExecutorService elsewhere = Executors.newSingleThreadExecutor();

    @AfterEach
    void close() {
        elsewhere.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void a_session_can_be_cancelled_from_every_state(Stage stage) {
        SessionId id = stage.in(world);

        assertThat(Told.by(world.service.cancel(id))).isEqualTo("ended cancelled");

        assertThat(everyStep(id)).containsOnly("refused session.over");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPENED")
    void a_consent_can_be_taken_back_from_every_state(Stage stage) {
        SessionId id = stage.in(world);
        int calls = world.provider.seen().size();

        assertThat(Told.by(world.service.withdrawConsent(id))).isEqualTo("ended consent-withdrawn");

        assertThat(everyStep(id)).containsOnly("refused session.over");
        assertThat(world.service.consent(id).get()).isInstanceOf(Consent.Withdrawn.class);
        assertThat(world.provider.seen()).hasSize(calls);
    }

    @ParameterizedTest
    @EnumSource
    void the_sessions_time_ends_every_state(Stage stage) {
        SessionId id = stage.in(world);
        world.pass(Duration.ofMinutes(30));

        List<String> answers = everyStep(id);

        assertThat(answers).containsOnly("refused session.over");
        assertThat(Told.state(world.look(id))).isEqualTo("ended expired");
    }

    @Test
    void a_verified_session_outlives_its_time_and_cannot_be_cancelled() {
        SessionId id = world.verified();
        world.pass(KEPT.minusSeconds(1));

        assertThat(Told.by(world.service.cancel(id))).isEqualTo("refused session.over");

        assertThat(Told.state(world.look(id))).isEqualTo("verified");
    }

    @Test
    void an_identity_that_nobody_took_over_is_erased_when_its_time_is_past() {
        SessionId id = world.verified();
        world.pass(KEPT);

        assertThat(Told.state(world.look(id))).isEqualTo("completed");

        assertThat(world.stores.sessions().find(id).orElseThrow().identity()).isEmpty();
    }

    @Test
    void a_consent_taken_back_after_all_erases_the_identity() {
        SessionId id = world.verified();

        assertThat(Told.by(world.service.withdrawConsent(id))).isEqualTo("ended consent-withdrawn");

        assertThat(world.stores.sessions().find(id).orElseThrow().identity()).isEmpty();
    }

    @Test
    void a_consent_can_be_taken_back_twice_and_after_the_end() {
        SessionId id = world.sent();
        world.service.cancel(id);

        assertThat(Told.by(world.service.withdrawConsent(id))).isEqualTo("ended cancelled");
        assertThat(Told.by(world.service.withdrawConsent(id))).isEqualTo("ended cancelled");

        assertThat(world.service.consent(id).get()).isInstanceOf(Consent.Withdrawn.class);
    }

    @Test
    void a_consent_is_taken_back_by_its_own_id_too() {
        SessionId id = world.verified();
        ConsentId consent = world.look(id).dossier().consent();

        WithdrawnConsent done = world.service.withdrawConsent(consent).get();
        WithdrawnConsent again = world.service.withdrawConsent(consent).get();

        assertThat(done.sessions())
                .extracting(change -> change.before().state().code()
                        + " "
                        + change.after().state().code())
                .containsExactly("verified ended");
        assertThat(again.sessions()).extracting(change -> change.after().id()).containsExactly(id);
        assertThat(world.service.consent(id).get()).isInstanceOf(Consent.Withdrawn.class);
        assertThat(world.stores.sessions().find(id).orElseThrow().identity()).isEmpty();
    }

    @Test
    void a_consent_that_nobody_knows_or_gave_cannot_be_taken_back_by_its_id() {
        ConsentId asked = world.look(world.opened(Flow.DIRECT_OTP)).dossier().consent();

        assertThat(world.service.withdrawConsent(asked).getLeft().code()).isEqualTo("consent.missing");
        assertThat(world.service
                        .withdrawConsent(ConsentId.of(new byte[16]))
                        .getLeft()
                        .code())
                .isEqualTo("consent.missing");
    }

    @Test
    void a_consent_that_was_never_given_cannot_be_taken_back() {
        SessionId id = world.opened(Flow.DIRECT_OTP);

        assertThat(Told.by(world.service.withdrawConsent(id))).isEqualTo("refused consent.missing");

        assertThat(Told.state(world.look(id))).isEqualTo("opened");
    }

    @ParameterizedTest
    @EnumSource(ProviderCall.class)
    void a_cancellation_stands_whatever_the_call_under_way_comes_back_with(ProviderCall call) {
        Moment moment = Moment.before(call, world);
        SessionId id = moment.session();
        Hold hold = world.provider.hold(call);
        Future<Either<KycFailure, Progress>> underWay = elsewhere.submit(moment::take);
        hold.awaitArrival();

        assertThat(Told.by(world.service.cancel(id))).isEqualTo("ended cancelled");
        hold.release();

        assertThat(Told.by(Race.result(underWay))).isEqualTo("refused session.over");
        assertThat(Told.state(world.look(id))).isEqualTo("ended cancelled");
    }

    @ParameterizedTest
    @EnumSource(ProviderCall.class)
    void a_consent_taken_back_stands_whatever_the_call_under_way_comes_back_with(ProviderCall call) {
        Moment moment = Moment.before(call, world);
        SessionId id = moment.session();
        Hold hold = world.provider.hold(call);
        Future<Either<KycFailure, Progress>> underWay = elsewhere.submit(moment::take);
        hold.awaitArrival();

        assertThat(Told.by(world.service.withdrawConsent(id))).isEqualTo("ended consent-withdrawn");
        hold.release();

        assertThat(Told.by(Race.result(underWay))).isEqualTo("refused session.over");
        assertThat(world.stores.sessions().find(id).orElseThrow().identity()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ProviderCall.class)
    void while_a_call_is_under_way_every_other_step_is_told_so(ProviderCall call) {
        Moment moment = Moment.before(call, world);
        SessionId id = moment.session();
        Hold hold = world.provider.hold(call);
        Future<Either<KycFailure, Progress>> underWay = elsewhere.submit(moment::take);
        hold.awaitArrival();
        int calls = world.provider.seen().size();

        List<String> answers = everyStep(id);
        int callsAfterwards = world.provider.seen().size();
        hold.release();

        assertThat(answers).isSubsetOf("refused session.busy", "refused session.wrong-state", "refused input.invalid");
        assertThat(answers).contains("refused session.busy");
        assertThat(callsAfterwards).isEqualTo(calls);
        assertThat(Race.result(underWay).isRight()).isTrue();
    }

    /** What every step that is not an end comes to. */
    private List<String> everyStep(SessionId id) {
        return Stream.<Supplier<Either<KycFailure, Progress>>>of(
                        () -> world.service.giveConsent(id, ConsentMethod.BUTTON),
                        () -> world.service.declineConsent(id),
                        () -> world.service.startCaptcha(id),
                        () -> world.service.startDirect(id, Typed.number(Typed.SENT)),
                        () -> world.offer(id),
                        () -> world.service.reloadCaptcha(id),
                        () -> world.answer(id, "KYC42"),
                        () -> world.service.resend(id),
                        () -> world.service.resend(id, Typed.number(Typed.SENT)),
                        () -> world.submit(id, Typed.RIGHT),
                        () -> world.service.takeUpReturn(id, Typed.back("code=granted&state=x")),
                        () -> world.service.collect(id))
                .map(Supplier::get)
                .map(Told::by)
                .toList();
    }
}
