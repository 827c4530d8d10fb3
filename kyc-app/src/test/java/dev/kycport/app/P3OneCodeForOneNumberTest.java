package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.failure.OtpRejection;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.ports.KycProvider;
import dev.kycport.ports.PendingCodeStore;
import dev.kycport.ports.StoreUnavailableException;
import dev.kycport.ports.Stores;
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

    private final World world = World.remembering();

    @Test
    void of_two_sessions_of_one_number_one_has_a_code_sent_and_the_other_is_told_when() {
        world.sent();
        SessionId second = world.consented(Flow.DIRECT_OTP);
        world.pass(Duration.ofSeconds(15));

        OtpRejection.ResendTooSoon refusal = (OtpRejection.ResendTooSoon)
                world.service.startDirect(second, Typed.number(Typed.SENT)).getLeft();

        assertThat(refusal.delay()).isEqualTo(window().minusSeconds(15));
        assertThat(refusal.from()).isEqualTo(world.clock.instant().plus(refusal.delay()));
        assertThat(world.provider.count(ProviderCall.SEND_CODE)).isEqualTo(1);
    }

    @Test
    void who_is_refused_has_spent_nothing_and_goes_on_when_the_window_closes() {
        world.sent();
        SessionId second = world.consented(Flow.DIRECT_OTP);
        long revision = world.look(second).dossier().revision();

        world.service.startDirect(second, Typed.number(Typed.SENT));

        assertThat(world.look(second).dossier().revision()).isEqualTo(revision);
        world.pass(window());
        assertThat(start(second)).isEqualTo("awaiting-otp");
    }

    @Test
    void an_answer_to_a_captcha_is_not_spent_either() {
        world.sent();
        SessionId second = world.shown();
        long revision = world.look(second).dossier().revision();

        assertThat(Told.by(world.answer(second, "KYC42"))).isEqualTo(BUSY);

        assertThat(world.look(second).dossier().revision()).isEqualTo(revision);
        assertThat(world.provider.count(ProviderCall.SEND_CODE)).isEqualTo(1);
    }

    @Test
    void sessions_that_race_send_exactly_one_code_in_all() {
        for (int heat = 0; heat < HEATS; heat++) {
            World fresh = World.remembering();
            List<SessionId> ids = Stream.generate(() -> fresh.consented(Flow.DIRECT_OTP))
                    .limit(4)
                    .toList();

            List<String> told = Race.of(
                    ids.size(),
                    number -> Told.by(fresh.service.startDirect(ids.get(number), Typed.number(Typed.SENT))));

            assertThat(fresh.provider.codes()).hasSize(1);
            assertThat(told).filteredOn("awaiting-otp"::equals).hasSize(1);
            assertThat(told).filteredOn(BUSY::equals).hasSize(3);
        }
    }

    @Test
    void a_session_is_not_in_its_own_way() {
        SessionId id = world.sent();
        world.pass(World.GAP);

        assertThat(Told.by(world.service.resend(id, Typed.number(Typed.SENT)))).isEqualTo("awaiting-otp");
        assertThat(start(world.consented(Flow.DIRECT_OTP))).isEqualTo(BUSY);
    }

    @Test
    void nor_is_one_that_goes_through_a_captcha_again() {
        SessionId id = world.solved();
        world.pass(World.GAP);
        world.service.resend(id).get();

        assertThat(Told.by(world.answer(id, world.drawn()))).isEqualTo("awaiting-otp");
    }

    @ParameterizedTest
    @MethodSource
    void a_failure_that_proves_that_nothing_was_sent_frees_the_number(ProviderFailure failure) {
        SessionId id = world.consented(Flow.DIRECT_OTP);
        world.provider.fail(ProviderCall.SEND_CODE, failure);
        start(id);
        world.provider.recover();

        assertThat(start(world.consented(Flow.DIRECT_OTP))).isEqualTo("awaiting-otp");
    }

    static Stream<ProviderFailure> a_failure_that_proves_that_nothing_was_sent_frees_the_number() {
        return Failures.every().filter(failure -> !failure.mayHaveBeenDelivered());
    }

    @ParameterizedTest
    @MethodSource
    void one_that_does_not_keeps_it(ProviderFailure failure) {
        SessionId id = world.consented(Flow.DIRECT_OTP);
        world.provider.fail(ProviderCall.SEND_CODE, failure);
        start(id);
        world.provider.recover();

        assertThat(start(world.consented(Flow.DIRECT_OTP))).isEqualTo(BUSY);
    }

    static Stream<ProviderFailure> one_that_does_not_keeps_it() {
        return Failures.every().filter(ProviderFailure::mayHaveBeenDelivered);
    }

    @Test
    void a_wrong_captcha_frees_the_number() {
        world.answer(world.shown(), "WRONG");

        assertThat(start(world.consented(Flow.DIRECT_OTP))).isEqualTo("awaiting-otp");
    }

    @ParameterizedTest
    @ValueSource(strings = {Typed.MOBILE_NOT_LINKED, Typed.PENDING})
    void a_verdict_frees_the_number_unless_it_says_that_a_code_is_pending(String number) {
        SessionId first = world.consented(Flow.DIRECT_OTP);
        SessionId second = world.consented(Flow.DIRECT_OTP);
        world.service.startDirect(first, Typed.number(number));

        String told = Told.by(world.service.startDirect(second, Typed.number(number)));

        assertThat(told)
                .isEqualTo(number.equals(Typed.PENDING) ? BUSY : "ended ineligible otp.not-sent.mobile-not-linked");
    }

    @Test
    void a_provider_that_could_not_be_reached_is_no_obstacle_for_the_next_of_the_route() {
        Watched other = world.provider("other", FakeConfig.usual());
        World both = world.through(world.over(world.stores)
                .provider(world.provider)
                .provider(other)
                .build());
        world.provider.fail(ProviderCall.SEND_CODE, Failures.coded("provider.unreachable"));
        SessionId id = both.consented(Flow.DIRECT_OTP);

        assertThat(Told.by(both.service.startDirect(id, Typed.number(Typed.SENT))))
                .isEqualTo("awaiting-otp");
    }

    @Test
    void a_consent_that_stops_the_step_frees_the_number() {
        SessionId id = world.opened(Flow.DIRECT_OTP);
        world.service.giveConsent(id, ConsentMethod.TYPED, Duration.ofMinutes(1));
        world.pass(Duration.ofMinutes(1));
        assertThat(start(id)).isEqualTo("refused consent.expired");

        assertThat(start(world.consented(Flow.DIRECT_OTP))).isEqualTo("awaiting-otp");
    }

    @Test
    void a_store_that_cannot_take_the_number_back_does_not_lose_the_outcome() {
        Stores stores = world.stores;
        World next = world.through(world.over(with(stores, new Unforgiving(stores.pending())))
                .provider(world.provider)
                .build());
        SessionId id = next.consented(Flow.DIRECT_OTP);

        String told = Told.by(next.service.startDirect(id, Typed.number(Typed.MOBILE_NOT_LINKED)));

        assertThat(told).isEqualTo("ended ineligible otp.not-sent.mobile-not-linked");
    }

    @Test
    void a_send_that_took_long_and_is_in_doubt_keeps_the_number_as_long_as_the_session_waits() {
        SessionId first = world.consented(Flow.DIRECT_OTP);
        Hold hold = world.provider.hold(ProviderCall.SEND_CODE);
        world.provider.fail(ProviderCall.SEND_CODE, Failures.coded("provider.timed-out"));
        Duration slow = ((KycProvider) world.provider).patience().minusSeconds(1);
        Race.between(() -> start(first), () -> {
            hold.awaitArrival();
            world.pass(slow);
            hold.release();
            return "let go";
        });
        world.provider.recover();
        SessionId second = world.consented(Flow.DIRECT_OTP);

        world.pass(World.GAP.minusSeconds(1));
        assertThat(start(second)).isEqualTo(BUSY);
        world.pass(Duration.ofSeconds(1));

        assertThat(start(second)).isEqualTo("awaiting-otp");
    }

    @Test
    void an_installation_that_remembers_nobody_lets_every_session_have_its_code() {
        World forgetful = World.usual();
        forgetful.sent();
        forgetful.sent();

        assertThat(forgetful.provider.codes()).hasSize(2);
    }

    private String start(SessionId id) {
        return Told.by(world.service.startDirect(id, Typed.number(Typed.SENT)));
    }

    private Duration window() {
        Duration patience = ((KycProvider) world.provider).patience();
        return patience.compareTo(World.GAP) > 0 ? patience : World.GAP;
    }

    private static Stores with(Stores stores, PendingCodeStore pending) {
        return new Stores(
                stores.sessions(), stores.consents(), stores.audit(), pending, stores.keeping(), stores.closing());
    }

    /** Fails when a number is given back. */
    private record Unforgiving(PendingCodeStore pending) implements PendingCodeStore {

        @Override
        public Optional<Instant> claim(IdentityNumber number, SessionId session, Instant now, Instant until) {
            return pending.claim(number, session, now, until);
        }

        @Override
        public void release(IdentityNumber number, SessionId session) {
            throw new StoreUnavailableException("the store is away");
        }
    }
}
