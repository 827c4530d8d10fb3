package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.store.StoreUnavailableException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every write of every story, and the death of the store on both sides of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P5")
class P5CrashRecoveryTest {

    /** Where a store fails. */
    record Crash(SessionScenario scenario, FailingStore.Layout layout, int write, FailingStore.CrashPoint side) {}

    static Stream<Crash> crashes() {
        return Arrays.stream(FailingStore.Layout.values())
                .flatMap(layout ->
                        Arrays.stream(SessionScenario.values()).flatMap(scenario -> crashes(scenario, layout)));
    }

    private static Stream<Crash> crashes(SessionScenario scenario, FailingStore.Layout layout) {
        return IntStream.rangeClosed(layout.opening + 1, writesOf(scenario, layout))
                .boxed()
                .flatMap(write -> Arrays.stream(FailingStore.CrashPoint.values())
                        .map(crashPoint -> new Crash(scenario, layout, write, crashPoint)));
    }

    @ParameterizedTest
    @MethodSource("crashes")
    @Tag("P1")
    @Tag("P3")
    @Tag("P4")
    @Tag("P10")
    void the_next_service_reconciles_the_session_and_continues(Crash crash) {
        Harness harness = Harness.create();
        SessionId id = crashIn(harness, crash);

        Harness next = restart(harness);
        LedgerAssertions.assertTrailUnbroken(next, id);
        KycSession end = SimulatedPerson.finish(next, id, TestInputs.RIGHT);

        assertThat(end).isNotInstanceOf(KycSession.Live.class);
        LedgerAssertions.assertEveryCallHasConsent(next, id);
        LedgerAssertions.assertEveryCallHasIntent(next, id);
        LedgerAssertions.assertTrailUnbroken(next, id);
        LedgerAssertions.assertNoExtraCodeOrGuess(next);
    }

    @ParameterizedTest
    @MethodSource("crashes")
    @Tag("P4")
    void a_crash_gives_no_extra_guess(Crash crash) {
        Harness harness = Harness.create();
        SessionId id = crashIn(harness, crash);

        Harness next = restart(harness);
        KycSession end = SimulatedPerson.finish(next, id, TestInputs.WRONG);

        assertThat(end).isNotInstanceOf(KycSession.Live.class);
        LedgerAssertions.assertNoExtraCodeOrGuess(next);
    }

    @ParameterizedTest
    @EnumSource
    void a_crash_while_opening_a_session_does_not_block_another_session(FailingStore.Layout layout) {
        for (Crash crash : crashesWhileOpening(layout)) {
            Harness harness = Harness.create();
            FailingStore failingStore = FailingStore.failingAt(crash.write(), crash.side(), harness.stores);

            assertThatThrownBy(() -> withStore(harness, failingStore, layout).opened(SessionScenario.DIRECT.flow()))
                    .isInstanceOf(StoreUnavailableException.class);

            assertThat(StepAssertions.describeState(harness.find(SessionScenario.DIRECT.run(harness))))
                    .isEqualTo("verified");
        }
    }

    private static List<Crash> crashesWhileOpening(FailingStore.Layout layout) {
        return IntStream.rangeClosed(1, layout.opening)
                .boxed()
                .flatMap(write -> Arrays.stream(FailingStore.CrashPoint.values())
                        .map(crashPoint -> new Crash(SessionScenario.DIRECT, layout, write, crashPoint)))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_withdrawal_cut_short_by_a_crash_completes_on_the_next_request(FailingStore.CrashPoint crashPoint) {
        int last = writesOf(SessionScenario.WITHDRAWN_AFTER_ALL, FailingStore.Layout.SEPARATE);
        for (int write = last - 1; write <= last; write++) {
            Harness harness = Harness.create();
            SessionId id = crashIn(
                    harness,
                    new Crash(SessionScenario.WITHDRAWN_AFTER_ALL, FailingStore.Layout.SEPARATE, write, crashPoint));

            harness.service.withdrawConsent(id);

            assertThat(StepAssertions.describeState(harness.find(id))).isEqualTo("ended consent-withdrawn");
            assertThat(harness.service.consent(id).get()).isInstanceOf(Consent.Withdrawn.class);
        }
    }

    @Test
    void declining_withdraws_a_consent_that_the_session_did_not_record() {
        Harness harness = Harness.create();
        SessionId id = crashIn(
                harness,
                new Crash(SessionScenario.DIRECT, FailingStore.Layout.SEPARATE, 3, FailingStore.CrashPoint.AFTER));
        assertThat(harness.service.consent(id).get()).isInstanceOf(Consent.Given.class);

        assertThat(StepAssertions.describe(harness.service.declineConsent(id))).isEqualTo("ended consent-withdrawn");

        assertThat(harness.service.consent(id).get()).isInstanceOf(Consent.Withdrawn.class);
    }

    @Test
    void the_intent_is_stored_before_each_call_and_the_outcome_after_it() {
        for (ProviderCall call : ProviderCall.values()) {
            Harness harness = Harness.create();
            CallScenario callScenario = CallScenario.before(call, harness);
            long revision = harness.find(callScenario.session()).header().revision();

            callScenario.run();

            assertThat(harness.find(callScenario.session()).header().revision()).isGreaterThanOrEqualTo(revision + 2);
        }
    }

    private static SessionId crashIn(Harness harness, Crash crash) {
        FailingStore failingStore = FailingStore.failingAt(crash.write(), crash.side(), harness.stores);
        Harness mortals = withStore(harness, failingStore, crash.layout());
        SessionId id = mortals.opened(crash.scenario().flow());
        assertThatThrownBy(() -> crash.scenario().steps().forEach(step -> step.accept(mortals, id)))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(failingStore.hasFailed()).isTrue();
        return id;
    }

    private static Harness restart(Harness harness) {
        harness.provider.recover();
        return harness.withService(
                harness.builderOn(harness.stores).provider(harness.provider).build());
    }

    private static int writesOf(SessionScenario sessionScenario, FailingStore.Layout layout) {
        Harness harness = Harness.create();
        FailingStore immortal = FailingStore.neverFailing(harness.stores);
        sessionScenario.run(withStore(harness, immortal, layout));
        return immortal.writes();
    }

    private static Harness withStore(Harness harness, FailingStore failingStore, FailingStore.Layout layout) {
        return harness.withService(harness.builderOn(failingStore.asStores(layout))
                .provider(harness.provider)
                .build());
    }
}
