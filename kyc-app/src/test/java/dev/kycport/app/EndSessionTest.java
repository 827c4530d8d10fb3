package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.app.step.StepResult;
import dev.kycport.app.step.WithdrawnConsent;
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
class EndSessionTest {

    private static final Duration KEPT = SessionPolicy.DEFAULT.identityRetention();

    private final Harness harness = Harness.create();
    private final ExecutorService elsewhere = Executors.newSingleThreadExecutor();

    @AfterEach
    void close() {
        elsewhere.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void a_session_can_be_cancelled_in_every_state(SessionStage sessionStage) {
        SessionId id = sessionStage.reach(harness);

        assertThat(StepAssertions.describe(harness.service.cancel(id))).isEqualTo("ended cancelled");

        assertThat(everyStep(id)).containsOnly("refused session.over");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPENED")
    void a_consent_can_be_withdrawn_in_every_state(SessionStage sessionStage) {
        SessionId id = sessionStage.reach(harness);
        int calls = harness.provider.calls().size();

        assertThat(StepAssertions.describe(harness.service.withdrawConsent(id))).isEqualTo("ended consent-withdrawn");

        assertThat(everyStep(id)).containsOnly("refused session.over");
        assertThat(harness.service.consent(id).get()).isInstanceOf(Consent.Withdrawn.class);
        assertThat(harness.provider.calls()).hasSize(calls);
    }

    @ParameterizedTest
    @EnumSource
    void every_state_expires_with_the_session(SessionStage sessionStage) {
        SessionId id = sessionStage.reach(harness);
        harness.pass(Duration.ofMinutes(30));

        List<String> answers = everyStep(id);

        assertThat(answers).containsOnly("refused session.over");
        assertThat(StepAssertions.describeState(harness.find(id))).isEqualTo("ended expired");
    }

    @Test
    void a_verified_session_outlives_its_time_and_cannot_be_cancelled() {
        SessionId id = harness.verified();
        harness.pass(KEPT.minusSeconds(1));

        assertThat(StepAssertions.describe(harness.service.cancel(id))).isEqualTo("refused session.over");

        assertThat(StepAssertions.describeState(harness.find(id))).isEqualTo("verified");
    }

    @Test
    void an_identity_that_the_host_never_completed_is_erased_on_expiry() {
        SessionId id = harness.verified();
        harness.pass(KEPT);

        assertThat(StepAssertions.describeState(harness.find(id))).isEqualTo("completed");

        assertThat(harness.stores.sessions().find(id).orElseThrow().identity()).isEmpty();
    }

    @Test
    void withdrawing_the_consent_of_a_verified_session_erases_the_identity() {
        SessionId id = harness.verified();

        assertThat(StepAssertions.describe(harness.service.withdrawConsent(id))).isEqualTo("ended consent-withdrawn");

        assertThat(harness.stores.sessions().find(id).orElseThrow().identity()).isEmpty();
    }

    @Test
    void a_consent_can_be_withdrawn_twice_and_after_the_end() {
        SessionId id = harness.codeSent();
        harness.service.cancel(id);

        assertThat(StepAssertions.describe(harness.service.withdrawConsent(id))).isEqualTo("ended cancelled");
        assertThat(StepAssertions.describe(harness.service.withdrawConsent(id))).isEqualTo("ended cancelled");

        assertThat(harness.service.consent(id).get()).isInstanceOf(Consent.Withdrawn.class);
    }

    @Test
    void a_consent_can_be_withdrawn_by_its_own_id() {
        SessionId id = harness.verified();
        ConsentId consent = harness.find(id).header().consent();

        WithdrawnConsent done = harness.service.withdrawConsent(consent).get();
        WithdrawnConsent again = harness.service.withdrawConsent(consent).get();

        assertThat(done.sessions())
                .extracting(change -> change.before().state().code()
                        + " "
                        + change.after().state().code())
                .containsExactly("verified ended");
        assertThat(again.sessions()).extracting(change -> change.after().id()).containsExactly(id);
        assertThat(harness.service.consent(id).get()).isInstanceOf(Consent.Withdrawn.class);
        assertThat(harness.stores.sessions().find(id).orElseThrow().identity()).isEmpty();
    }

    @Test
    void an_unknown_or_ungiven_consent_cannot_be_withdrawn_by_its_id() {
        ConsentId asked = harness.find(harness.opened(Flow.DIRECT_OTP)).header().consent();

        assertThat(harness.service.withdrawConsent(asked).getLeft().code()).isEqualTo("consent.missing");
        assertThat(harness.service
                        .withdrawConsent(ConsentId.of(new byte[16]))
                        .getLeft()
                        .code())
                .isEqualTo("consent.missing");
    }

    @Test
    void a_consent_that_was_never_given_cannot_be_withdrawn() {
        SessionId id = harness.opened(Flow.DIRECT_OTP);

        assertThat(StepAssertions.describe(harness.service.withdrawConsent(id))).isEqualTo("refused consent.missing");

        assertThat(StepAssertions.describeState(harness.find(id))).isEqualTo("opened");
    }

    @ParameterizedTest
    @EnumSource(ProviderCall.class)
    void a_cancellation_holds_whatever_the_call_in_flight_returns(ProviderCall call) {
        CallScenario callScenario = CallScenario.before(call, harness);
        SessionId id = callScenario.session();
        CallBarrier callBarrier = harness.provider.blockNext(call);
        Future<Either<KycFailure, StepResult>> underWay = elsewhere.submit(callScenario::run);
        callBarrier.awaitArrival();

        assertThat(StepAssertions.describe(harness.service.cancel(id))).isEqualTo("ended cancelled");
        callBarrier.release();

        assertThat(StepAssertions.describe(ConcurrentRun.result(underWay))).isEqualTo("refused session.over");
        assertThat(StepAssertions.describeState(harness.find(id))).isEqualTo("ended cancelled");
    }

    @ParameterizedTest
    @EnumSource(ProviderCall.class)
    void a_withdrawn_consent_stays_withdrawn_whatever_the_call_in_flight_returns(ProviderCall call) {
        CallScenario callScenario = CallScenario.before(call, harness);
        SessionId id = callScenario.session();
        CallBarrier callBarrier = harness.provider.blockNext(call);
        Future<Either<KycFailure, StepResult>> underWay = elsewhere.submit(callScenario::run);
        callBarrier.awaitArrival();

        assertThat(StepAssertions.describe(harness.service.withdrawConsent(id))).isEqualTo("ended consent-withdrawn");
        callBarrier.release();

        assertThat(StepAssertions.describe(ConcurrentRun.result(underWay))).isEqualTo("refused session.over");
        assertThat(harness.stores.sessions().find(id).orElseThrow().identity()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ProviderCall.class)
    void while_a_call_is_in_flight_every_other_step_is_busy(ProviderCall call) {
        CallScenario callScenario = CallScenario.before(call, harness);
        SessionId id = callScenario.session();
        CallBarrier callBarrier = harness.provider.blockNext(call);
        Future<Either<KycFailure, StepResult>> underWay = elsewhere.submit(callScenario::run);
        callBarrier.awaitArrival();
        int calls = harness.provider.calls().size();

        List<String> answers = everyStep(id);
        int callsAfterwards = harness.provider.calls().size();
        callBarrier.release();

        assertThat(answers).isSubsetOf("refused session.busy", "refused session.wrong-state", "refused input.invalid");
        assertThat(answers).contains("refused session.busy");
        assertThat(callsAfterwards).isEqualTo(calls);
        assertThat(ConcurrentRun.result(underWay).isRight()).isTrue();
    }

    /** What every step that is not an end comes to. */
    private List<String> everyStep(SessionId id) {
        return Stream.<Supplier<Either<KycFailure, StepResult>>>of(
                        () -> harness.service.giveConsent(id, ConsentMethod.BUTTON),
                        () -> harness.service.declineConsent(id),
                        () -> harness.service.startCaptcha(id),
                        () -> harness.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT)),
                        () -> harness.offer(id),
                        () -> harness.service.reloadCaptcha(id),
                        () -> harness.answer(id, "KYC42"),
                        () -> harness.service.resend(id),
                        () -> harness.service.resend(id, TestInputs.number(TestInputs.SENT)),
                        () -> harness.submit(id, TestInputs.RIGHT),
                        () -> harness.service.handleDigiLockerReturn(id, TestInputs.returnUrl("code=granted&state=x")),
                        () -> harness.service.fetchDocuments(id))
                .map(Supplier::get)
                .map(StepAssertions::describe)
                .toList();
    }
}
