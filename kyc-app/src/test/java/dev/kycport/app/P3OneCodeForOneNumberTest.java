package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.failure.OtpRejection;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.store.PendingCodeStore;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions that know nothing of each other, and one phone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P3")
class P3OneCodeForOneNumberTest {

    private static final int HEATS = 20;
    private static final String BUSY = "refused otp.resend-too-soon";

    private final Harness harness = Harness.withPendingCodes();

    @Test
    void of_two_sessions_with_one_number_one_gets_a_code_and_the_other_the_time_to_retry() {
        harness.codeSent();
        SessionId second = harness.consented(Flow.DIRECT_OTP);
        harness.pass(Duration.ofSeconds(15));

        OtpRejection.ResendTooSoon refusal = (OtpRejection.ResendTooSoon) harness.service
                .startDirectOtp(second, TestInputs.number(TestInputs.SENT))
                .getLeft();

        assertThat(refusal.delay()).isEqualTo(window().minusSeconds(15));
        assertThat(refusal.resendFrom()).isEqualTo(harness.clock.instant().plus(refusal.delay()));
        assertThat(harness.provider.count(ProviderCall.SEND_CODE)).isEqualTo(1);
    }

    @Test
    void a_rejected_session_has_spent_nothing_and_continues_after_the_reservation() {
        harness.codeSent();
        SessionId second = harness.consented(Flow.DIRECT_OTP);
        long revision = harness.find(second).header().revision();

        harness.service.startDirectOtp(second, TestInputs.number(TestInputs.SENT));

        assertThat(harness.find(second).header().revision()).isEqualTo(revision);
        harness.pass(window());
        assertThat(start(second)).isEqualTo("awaiting-otp");
    }

    @Test
    void an_answer_to_a_captcha_is_not_spent_either() {
        harness.codeSent();
        SessionId second = harness.captchaShown();
        long revision = harness.find(second).header().revision();

        assertThat(StepAssertions.describe(harness.answer(second, "KYC42"))).isEqualTo(BUSY);

        assertThat(harness.find(second).header().revision()).isEqualTo(revision);
        assertThat(harness.provider.count(ProviderCall.SEND_CODE)).isEqualTo(1);
    }

    @Test
    void sessions_that_race_send_exactly_one_code_in_all() {
        for (int heat = 0; heat < HEATS; heat++) {
            Harness fresh = Harness.withPendingCodes();
            List<SessionId> ids = Stream.generate(() -> fresh.consented(Flow.DIRECT_OTP))
                    .limit(4)
                    .toList();

            List<String> result = ConcurrentRun.run(
                    ids.size(),
                    number -> StepAssertions.describe(
                            fresh.service.startDirectOtp(ids.get(number), TestInputs.number(TestInputs.SENT))));

            assertThat(fresh.provider.codes()).hasSize(1);
            assertThat(result).filteredOn("awaiting-otp"::equals).hasSize(1);
            assertThat(result).filteredOn(BUSY::equals).hasSize(3);
        }
    }

    @Test
    void a_session_does_not_block_itself() {
        SessionId id = harness.codeSent();
        harness.pass(Harness.GAP);

        assertThat(StepAssertions.describe(harness.service.resend(id, TestInputs.number(TestInputs.SENT))))
                .isEqualTo("awaiting-otp");
        assertThat(start(harness.consented(Flow.DIRECT_OTP))).isEqualTo(BUSY);
    }

    @Test
    void a_session_that_resends_through_a_captcha_does_not_block_itself() {
        SessionId id = harness.captchaSolved();
        harness.pass(Harness.GAP);
        harness.service.resend(id).get();

        assertThat(StepAssertions.describe(harness.answer(id, harness.captchaText())))
                .isEqualTo("awaiting-otp");
    }

    @ParameterizedTest
    @MethodSource
    void a_failure_that_proves_that_nothing_was_sent_frees_the_number(ProviderFailure failure) {
        SessionId id = harness.consented(Flow.DIRECT_OTP);
        harness.provider.fail(ProviderCall.SEND_CODE, failure);
        start(id);
        harness.provider.recover();

        assertThat(start(harness.consented(Flow.DIRECT_OTP))).isEqualTo("awaiting-otp");
    }

    static Stream<ProviderFailure> a_failure_that_proves_that_nothing_was_sent_frees_the_number() {
        return ProviderFailures.all().filter(failure -> !failure.mayHaveBeenDelivered());
    }

    @ParameterizedTest
    @MethodSource
    void a_failure_that_may_have_been_delivered_keeps_the_number_reserved(ProviderFailure failure) {
        SessionId id = harness.consented(Flow.DIRECT_OTP);
        harness.provider.fail(ProviderCall.SEND_CODE, failure);
        start(id);
        harness.provider.recover();

        assertThat(start(harness.consented(Flow.DIRECT_OTP))).isEqualTo(BUSY);
    }

    static Stream<ProviderFailure> a_failure_that_may_have_been_delivered_keeps_the_number_reserved() {
        return ProviderFailures.all().filter(ProviderFailure::mayHaveBeenDelivered);
    }

    @Test
    void a_wrong_captcha_frees_the_number() {
        harness.answer(harness.captchaShown(), "WRONG");

        assertThat(start(harness.consented(Flow.DIRECT_OTP))).isEqualTo("awaiting-otp");
    }

    @ParameterizedTest
    @ValueSource(strings = {TestInputs.MOBILE_NOT_LINKED, TestInputs.PENDING})
    void a_verdict_frees_the_number_unless_it_says_that_a_code_is_pending(String number) {
        SessionId first = harness.consented(Flow.DIRECT_OTP);
        SessionId second = harness.consented(Flow.DIRECT_OTP);
        harness.service.startDirectOtp(first, TestInputs.number(number));

        String result = StepAssertions.describe(harness.service.startDirectOtp(second, TestInputs.number(number)));

        assertThat(result)
                .isEqualTo(
                        number.equals(TestInputs.PENDING) ? BUSY : "ended ineligible otp.not-sent.mobile-not-linked");
    }

    @Test
    void a_provider_that_could_not_be_reached_is_no_obstacle_for_the_next_of_the_route() {
        RecordingProvider other = harness.provider("other", FakeConfig.defaults());
        Harness both = harness.withService(harness.builderOn(harness.stores)
                .provider(harness.provider)
                .provider(other)
                .build());
        harness.provider.fail(ProviderCall.SEND_CODE, ProviderFailures.withCode("provider.unreachable"));
        SessionId id = both.consented(Flow.DIRECT_OTP);

        assertThat(StepAssertions.describe(both.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT))))
                .isEqualTo("awaiting-otp");
    }

    @Test
    void a_consent_that_stops_the_step_frees_the_number() {
        SessionId id = harness.opened(Flow.DIRECT_OTP);
        harness.service.giveConsent(id, ConsentMethod.TYPED, Duration.ofMinutes(1));
        harness.pass(Duration.ofMinutes(1));
        assertThat(start(id)).isEqualTo("refused consent.expired");

        assertThat(start(harness.consented(Flow.DIRECT_OTP))).isEqualTo("awaiting-otp");
    }

    @Test
    void a_store_that_cannot_release_the_number_does_not_lose_the_outcome() {
        Stores stores = harness.stores;
        Harness next = harness.withService(
                harness.builderOn(withPendingCodes(stores, new FailingReleaseStore(stores.pendingCodes())))
                        .provider(harness.provider)
                        .build());
        SessionId id = next.consented(Flow.DIRECT_OTP);

        String result = StepAssertions.describe(
                next.service.startDirectOtp(id, TestInputs.number(TestInputs.MOBILE_NOT_LINKED)));

        assertThat(result).isEqualTo("ended ineligible otp.not-sent.mobile-not-linked");
    }

    @Test
    void a_send_that_took_long_and_is_in_doubt_keeps_the_number_as_long_as_the_session_waits() {
        SessionId first = harness.consented(Flow.DIRECT_OTP);
        CallBarrier callBarrier = harness.provider.blockNext(ProviderCall.SEND_CODE);
        harness.provider.fail(ProviderCall.SEND_CODE, ProviderFailures.withCode("provider.timed-out"));
        Duration slow = ((KycProvider) harness.provider).callTimeout().minusSeconds(1);
        ConcurrentRun.runBoth(() -> start(first), () -> {
            callBarrier.awaitArrival();
            harness.pass(slow);
            callBarrier.release();
            return "let go";
        });
        harness.provider.recover();
        SessionId second = harness.consented(Flow.DIRECT_OTP);

        harness.pass(Harness.GAP.minusSeconds(1));
        assertThat(start(second)).isEqualTo(BUSY);
        harness.pass(Duration.ofSeconds(1));

        assertThat(start(second)).isEqualTo("awaiting-otp");
    }

    @Test
    void a_session_that_was_cancelled_during_a_send_that_failed_frees_the_number() {
        SessionId first = harness.consented(Flow.DIRECT_OTP);
        CallBarrier callBarrier = harness.provider.blockNext(ProviderCall.SEND_CODE);
        harness.provider.fail(ProviderCall.SEND_CODE, ProviderFailures.withCode("provider.unreachable"));

        ConcurrentRun.runBoth(() -> start(first), () -> {
            callBarrier.awaitArrival();
            harness.service.cancel(first).get();
            callBarrier.release();
            return "cancelled";
        });
        harness.provider.recover();

        assertThat(start(harness.consented(Flow.DIRECT_OTP))).isEqualTo("awaiting-otp");
    }

    @Test
    void of_two_steps_of_one_session_the_loser_leaves_neither_a_use_nor_a_reservation() {
        SessionId id = harness.consented(Flow.DIRECT_OTP);
        Stores interrupted =
                ConsentLedgerStubs.interruptedBeforeProof(harness.stores, () -> harness.service.cancel(id));
        Harness late = harness.withService(
                harness.builderOn(interrupted).provider(harness.provider).build());

        String result = StepAssertions.describe(late.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT)));

        assertThat(result).isEqualTo("refused session.busy");
        assertThat(harness.provider.calls()).isEmpty();
        assertThat(harness.stores.consents().events(harness.find(id).header().consent()))
                .noneMatch(ConsentEvent.WasUsed.class::isInstance);
        assertThat(start(harness.consented(Flow.DIRECT_OTP))).isEqualTo("awaiting-otp");
    }

    @Test
    void without_a_pending_code_store_every_session_gets_its_code() {
        Harness forgetful = Harness.create();
        forgetful.codeSent();
        forgetful.codeSent();

        assertThat(forgetful.provider.codes()).hasSize(2);
    }

    private String start(SessionId id) {
        return StepAssertions.describe(harness.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT)));
    }

    private Duration window() {
        Duration callTimeout = ((KycProvider) harness.provider).callTimeout();
        return callTimeout.compareTo(Harness.GAP) > 0 ? callTimeout : Harness.GAP;
    }

    private static Stores withPendingCodes(Stores stores, PendingCodeStore pending) {
        return new Stores(
                stores.sessions(), stores.consents(), stores.audit(), pending, stores.admin(), stores.onClose());
    }

    /** Fails when a number is given back. */
    private record FailingReleaseStore(PendingCodeStore pending) implements PendingCodeStore {

        @Override
        public Optional<Instant> reserve(IdentityNumber number, SessionId session, Instant now, Instant until) {
            return pending.reserve(number, session, now, until);
        }

        @Override
        public void release(IdentityNumber number, SessionId session) {
            throw new StoreUnavailableException("the store is away");
        }
    }
}
