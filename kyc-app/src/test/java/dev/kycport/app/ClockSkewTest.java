package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.adapter.memory.InMemoryStoreFactory;
import dev.kycport.app.maintenance.Retention;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.observe.KycMeter;
import dev.kycport.ports.observe.ProviderCallMetrics;
import dev.kycport.ports.observe.ProviderHealth;
import dev.kycport.ports.store.KeyUsage;
import dev.kycport.ports.store.PendingCodeStore;
import dev.kycport.ports.store.StoreMonitor;
import dev.kycport.ports.store.StoreStatus;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.sample.MovableClock;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Two nodes on one database, each with a clock of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockSkewTest {

    private static final Instant START = Instant.parse("2026-02-03T09:08:07Z");
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final MovableClock database = MovableClock.at(START);
    private final MovableClock first = MovableClock.at(START);
    private final MovableClock second = MovableClock.at(START);
    private final InMemoryRetentionStore old = new InMemoryRetentionStore();
    private final Random random = new Random(7);
    private final Stores stores = storesWith(() -> Optional.of(database.instant()));
    private final RecordingProvider provider = new RecordingProvider("fake", FakeConfig.defaults(), database);
    private final KycService right = node(stores, first);
    private final KycService skewed = node(stores, second);

    @Test
    void a_code_that_is_verified_meanwhile_is_not_lost_to_a_node_whose_clock_is_ahead() {
        SessionId id = codeSent();
        CallBarrier barrier = provider.blockNext(ProviderCall.VERIFY_CODE);
        CompletableFuture<Either<KycFailure, StepResult>> step =
                CompletableFuture.supplyAsync(() -> right.submitCode(id, TestInputs.code(TestInputs.RIGHT)));
        barrier.awaitArrival();
        second.advance(FIVE_MINUTES);

        assertRefused(() -> skewed.findSession(id), "300.0 s ahead of the database's");
        assertRefused(skewed::reconcileDueSessions, "300.0 s ahead of the database's");
        barrier.release();

        assertThat(step.join().get().session()).isInstanceOf(KycSession.Verified.class);
    }

    @Test
    void no_second_code_goes_out_and_no_attempt_is_regained_through_a_node_whose_clock_is_ahead() {
        SessionId id = codeSent();
        right.submitCode(id, TestInputs.code(TestInputs.WRONG)).get();
        second.advance(FIVE_MINUTES);

        assertRefused(() -> skewed.resend(id, TestInputs.number(TestInputs.SENT)), "ahead");
        assertRefused(() -> skewed.submitCode(id, TestInputs.code(TestInputs.RIGHT)), "ahead");

        assertThat(provider.codes()).hasSize(1);
        assertThat(provider.count(ProviderCall.VERIFY_CODE)).isEqualTo(1);
    }

    @Test
    void a_node_that_is_paused_for_a_minute_in_mid_step_regains_no_attempt_and_sends_no_second_code() {
        SessionId id = codeSent();
        CallBarrier barrier = provider.blockNext(ProviderCall.VERIFY_CODE);
        CompletableFuture<Either<KycFailure, StepResult>> step =
                CompletableFuture.supplyAsync(() -> right.submitCode(id, TestInputs.code(TestInputs.RIGHT)));
        barrier.awaitArrival();
        List.of(database, first, second).forEach(clock -> clock.advance(Duration.ofSeconds(60)));

        int left = attemptsLeft(skewed, id);
        barrier.release();

        assertThat(left).isEqualTo(2);
        assertThat(step.join().getLeft().code()).isEqualTo("session.busy");
        assertThat(attemptsLeft(right, id)).isEqualTo(2);
        assertThat(provider.codes()).hasSize(1);
    }

    @Test
    void a_node_that_is_paused_before_the_call_sends_no_code_late() {
        KycService paused = node(storesWith(() -> Optional.of(database.instant()), new PausingReservations()), first);
        SessionId id = consented(paused);

        Either<KycFailure, StepResult> late = paused.startDirectOtp(id, TestInputs.number(TestInputs.SENT));
        int sentLate = provider.codes().size();
        paused.startDirectOtp(id, TestInputs.number(TestInputs.SENT)).get();

        assertThat(late.getLeft().code()).isEqualTo("provider.unreachable");
        assertThat(sentLate).isZero();
        assertThat(provider.codes()).hasSize(1);
    }

    /** Suspends the process for a minute while it stores its first intent. */
    private final class PausingReservations implements PendingCodeStore {

        private boolean hasPaused;

        @Override
        public Optional<Instant> reserve(IdentityNumber number, SessionId session, Instant now, Instant until) {
            if (!hasPaused) {
                hasPaused = true;
                List.of(database, first, second).forEach(clock -> clock.advance(Duration.ofSeconds(60)));
            }
            return Optional.empty();
        }

        @Override
        public void release(IdentityNumber number, SessionId session) {}
    }

    @Test
    void a_node_that_is_a_day_ahead_ends_no_session_and_erases_no_identity() {
        SessionId live = codeSent();
        SessionId verified = codeSent();
        right.submitCode(verified, TestInputs.code(TestInputs.RIGHT)).get();
        second.advance(Duration.ofDays(1));

        assertRefused(skewed::reconcileDueSessions, "ahead");
        assertRefused(() -> skewed.findSession(verified), "ahead");

        assertThat(right.findSession(live).get()).isInstanceOf(KycSession.Live.class);
        assertThat(right.findSession(verified).get()).isInstanceOf(KycSession.Verified.class);
    }

    @Test
    void a_node_that_is_years_ahead_purges_nothing() {
        old.put("customer-7", START);
        second.advance(Duration.ofDays(1000));
        Retention retention = new Retention(
                old,
                new InMemoryArchive(),
                skewed::reconcileDueSessions,
                new KycEnvironment(second, this::bytes),
                new Retention.Periods(Duration.ofDays(730), Duration.ofDays(1825)));

        assertRefused(retention::purge, "ahead");

        assertThat(old.sessions()).containsExactly("customer-7");
    }

    @Test
    void a_node_that_is_behind_takes_no_step_either() {
        SessionId id = codeSent();
        second.advance(FIVE_MINUTES.negated());

        assertRefused(() -> skewed.findSession(id), "300.0 s behind the database's");
    }

    @Test
    void a_few_seconds_are_reported_and_stop_nothing() {
        SessionId id = codeSent();
        second.advance(Duration.ofSeconds(3));

        assertThat(skewed.compareClocks()).contains(Duration.ofSeconds(3));
        assertThat(skewed.findSession(id).isRight()).isTrue();
        assertThat(skewed.reconcileDueSessions().sessions()).isZero();
    }

    @Test
    void every_comparison_is_counted() {
        List<Duration> skews = new ArrayList<>();
        KycService counted = KycService.builder(stores, new KycEnvironment(second, this::bytes))
                .provider(provider)
                .meter(new KycMeter() {
                    @Override
                    public void recordCall(ProviderCallMetrics call) {}

                    @Override
                    public void recordCircuitChange(ProviderId of, ProviderHealth.Circuit circuit) {}

                    @Override
                    public void recordClockSkew(Duration skew) {
                        skews.add(skew);
                    }
                })
                .build();
        second.advance(Duration.ofSeconds(4));

        counted.reconcileDueSessions();

        assertThat(skews).containsExactly(Duration.ofSeconds(4));
    }

    @Test
    void a_clock_that_jumps_between_two_rounds_is_noticed_at_the_next_step() {
        SessionId id = codeSent();
        skewed.reconcileDueSessions();
        second.advance(Duration.ofSeconds(11));

        assertRefused(() -> skewed.findSession(id), "11.0 s ahead");
        second.set(START);

        assertThat(skewed.findSession(id).isRight()).isTrue();
    }

    @Test
    void a_node_that_is_paused_while_it_asks_for_the_time_has_no_skew() {
        KycService paused = node(
                storesWith(() -> {
                    first.advance(Duration.ofSeconds(60));
                    return Optional.of(START.plusSeconds(30));
                }),
                first);

        assertThat(paused.compareClocks()).contains(Duration.ZERO);
    }

    @Test
    void a_store_without_a_clock_of_its_own_knows_no_skew() {
        KycService alone = node(InMemoryStoreFactory.stores(), first);

        assertThat(alone.compareClocks()).isEmpty();
    }

    private static SessionId consented(KycService node) {
        SessionId id =
                node.open(TestInputs.request(Flow.DIRECT_OTP)).get().session().id();
        node.giveConsent(id, ConsentMethod.CHECKBOX).get();
        return id;
    }

    private SessionId codeSent() {
        SessionId id = consented(right);
        right.startDirectOtp(id, TestInputs.number(TestInputs.SENT)).get();
        return id;
    }

    private static int attemptsLeft(KycService node, SessionId id) {
        return node.findSession(id).get() instanceof KycSession.AwaitingOtp<?> session
                        && session.otp() instanceof OtpChallenge.AwaitingCode code
                ? code.attemptsLeft()
                : -1;
    }

    private KycService node(Stores shared, MovableClock clock) {
        return KycService.builder(shared, new KycEnvironment(clock, this::bytes))
                .provider(provider)
                .build();
    }

    private synchronized byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private Stores storesWith(SharedClock clock) {
        return storesWith(clock, PendingCodeStore.NONE);
    }

    private Stores storesWith(SharedClock clock, PendingCodeStore numbers) {
        Stores memory = InMemoryStoreFactory.stores();
        return new Stores(
                memory.sessions(),
                memory.consents(),
                memory.audit(),
                numbers,
                Optional.of(new Stores.AdminStores(new EmptyLedgerReader(), old, KeyUsage.NONE, clock)),
                memory.onClose());
    }

    private static void assertRefused(ThrowingCallable step, String how) {
        assertThatThrownBy(step).isInstanceOf(StoreUnavailableException.class).hasMessageContaining(how);
    }

    private interface SharedClock extends StoreMonitor {

        @Override
        default Optional<StoreStatus> status(Instant now) {
            return Optional.empty();
        }
    }
}
