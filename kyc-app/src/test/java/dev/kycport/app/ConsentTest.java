package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P1")
class ConsentTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final World world = World.usual();

    @ParameterizedTest
    @EnumSource
    void without_an_answer_no_flow_starts(Flow flow) {
        SessionId id = world.opened(flow);

        assertThat(start(id)).containsOnly("refused session.wrong-state");

        assertThat(world.provider.seen()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_person_who_declined_is_asked_for_nothing(Flow flow) {
        SessionId id = world.opened(flow);

        assertThat(Told.by(world.service.declineConsent(id))).isEqualTo("ended declined");

        assertThat(start(id)).containsOnly("refused session.over");
        assertThat(world.service.consent(id).get()).isInstanceOf(Consent.Declined.class);
        assertThat(world.provider.seen()).isEmpty();
    }

    @Test
    void what_was_asked_is_kept_word_for_word_and_names_the_provider() {
        SessionId id = world.opened(Flow.DIRECT_OTP);

        Consent asked = world.service.consent(id).get();

        assertThat(asked).isInstanceOf(Consent.Asked.class);
        assertThat(asked.terms().notice())
                .isEqualTo(Typed.request(Flow.DIRECT_OTP).notice());
        assertThat(asked.terms().recipients()).containsExactly(world.provider.id());
        assertThat(asked.terms().dataItems()).contains("name", "photograph");
    }

    @Test
    void a_consent_is_given_once() {
        SessionId id = world.consented(Flow.DIRECT_OTP);

        assertThat(Told.by(world.service.giveConsent(id, ConsentMethod.BUTTON)))
                .isEqualTo("refused session.wrong-state");
        assertThat(Told.by(world.service.declineConsent(id))).isEqualTo("refused session.wrong-state");

        Consent.Given given = (Consent.Given) world.service.consent(id).get();
        assertThat(given.method()).isEqualTo(ConsentMethod.CHECKBOX);
    }

    @Test
    void every_call_is_on_record_before_it_is_made() {
        SessionId id = world.shown();
        world.answer(id, "KYC42");
        world.submit(id, Typed.RIGHT);

        assertThat(uses(id))
                .containsExactly(ProviderCall.CONNECT, ProviderCall.SEND_CODE, ProviderCall.VERIFY_CODE)
                .containsExactlyElementsOf(world.provider.seen().stream()
                        .map(seen -> seen.proof().use().call())
                        .toList());
    }

    @Test
    void a_consent_that_ran_out_stops_the_flow_before_any_call() {
        SessionId id = world.opened(Flow.DIRECT_OTP);
        world.service.giveConsent(id, ConsentMethod.CHECKBOX, Duration.ofMinutes(1));
        world.pass(Duration.ofMinutes(1));

        assertThat(Told.by(world.service.startDirect(id, Typed.number(Typed.SENT))))
                .isEqualTo("refused consent.expired");

        assertThat(Told.state(world.look(id))).isEqualTo("ended expired");
        assertThat(world.provider.seen()).isEmpty();
    }

    @Test
    void a_consent_that_ran_out_on_the_way_stops_the_next_step() {
        SessionId id = world.opened(Flow.DIRECT_OTP);
        world.service.giveConsent(id, ConsentMethod.CHECKBOX, Duration.ofMinutes(1));
        world.service.startDirect(id, Typed.number(Typed.SENT));
        world.pass(Duration.ofMinutes(1));

        assertThat(Told.by(world.submit(id, Typed.RIGHT))).isEqualTo("refused consent.expired");

        assertThat(Told.state(world.look(id))).isEqualTo("ended expired");
        assertThat(world.provider.count(ProviderCall.VERIFY_CODE)).isZero();
    }

    @Test
    void that_a_consent_ran_out_is_on_record_once_from_when_it_is_met() {
        SessionId id = brief();
        world.pass(Duration.ofMinutes(1));

        world.service.startDirect(id, Typed.number(Typed.SENT));
        world.service.startDirect(id, Typed.number(Typed.SENT));
        world.service.consent(id);

        assertThat(events(id)).hasSize(3).last().isEqualTo(expiry(id));
        assertThat(world.service.consent(id).get()).isInstanceOf(Consent.Expired.class);
    }

    @Test
    void two_who_meet_it_at_the_same_moment_write_it_once() {
        SessionId id = brief();
        world.pass(Duration.ofMinutes(1));
        KycService second = interrupted(() -> world.service.consent(id));

        second.consent(id);

        assertThat(events(id)).hasSize(3).last().isEqualTo(expiry(id));
    }

    @Test
    void settling_writes_it_where_nobody_looks() {
        SessionId id = brief();
        world.pass(Duration.ofMinutes(30));

        world.service.settleDue();
        world.service.settleDue();

        assertThat(events(id)).hasSize(3).last().isEqualTo(expiry(id));
    }

    @Test
    void a_consent_that_ran_out_before_its_session_followed_ends_the_session_so() {
        SessionId id = world.opened(Flow.DIRECT_OTP);
        ConsentEvent given = new ConsentEvent.WasGiven(
                consent(id), world.clock.instant(), ConsentMethod.CHECKBOX, Duration.ofMinutes(1));
        world.stores.consents().append(given, 1).get();
        world.pass(Duration.ofMinutes(1));

        assertThat(Told.by(world.service.giveConsent(id, ConsentMethod.CHECKBOX)))
                .isEqualTo("ended expired");
    }

    @Test
    void a_consent_that_ran_out_can_be_taken_back_and_its_identity_goes() {
        SessionId id = world.verified();
        world.pass(HOUR);
        world.service.consent(id);

        assertThat(Told.by(world.service.withdrawConsent(id))).isEqualTo("ended consent-withdrawn");

        assertThat(world.stores.sessions().find(id).orElseThrow().identity()).isEmpty();
        assertThat(world.service.consent(id).get()).isInstanceOf(Consent.Withdrawn.class);
    }

    @Test
    void a_consent_taken_back_in_the_ledger_alone_stops_the_next_step() {
        SessionId id = world.sent();
        ConsentId consent = world.look(id).dossier().consent();
        world.stores
                .consents()
                .append(
                        new ConsentEvent.WasWithdrawn(consent, world.clock.instant()),
                        world.stores.consents().events(consent).size());

        assertThat(Told.by(world.submit(id, Typed.RIGHT))).isEqualTo("refused consent.withdrawn");

        assertThat(Told.state(world.look(id))).isEqualTo("ended consent-withdrawn");
        assertThat(world.provider.count(ProviderCall.VERIFY_CODE)).isZero();
    }

    @Test
    void a_session_whose_ledger_lost_its_consent_makes_no_call() {
        SessionId id = world.consented(Flow.DIRECT_OTP);
        KycService forgetful =
                world.over(Ledgers.empty(world.stores)).provider(world.provider).build();

        assertThat(Told.by(forgetful.startDirect(id, Typed.number(Typed.SENT)))).isEqualTo("refused consent.missing");
        assertThat(forgetful.consent(id).getLeft().code()).isEqualTo("consent.missing");

        assertThat(world.provider.seen()).isEmpty();
    }

    @Test
    void a_consent_to_one_provider_does_not_cover_another() {
        SessionId id = world.consented(Flow.DIRECT_OTP);
        Watched other = world.provider("other", FakeConfig.usual());
        KycService wider = world.over(world.stores)
                .provider(world.provider)
                .provider(other)
                .build();
        world.provider.fail(ProviderCall.SEND_CODE, unreachable(world.provider.id()));

        Either<KycFailure, Progress> answer = wider.startDirect(id, Typed.number(Typed.SENT));

        assertThat(Told.by(answer)).isEqualTo("refused provider.unreachable");
        assertThat(other.seen()).isEmpty();
        assertThat(world.look(id).dossier().provider()).isEqualTo(world.provider.id());
    }

    @Test
    void a_consent_for_another_provider_stops_the_call_to_this_one() {
        SessionId id = world.consented(Flow.DIRECT_OTP);
        KycService swapped = world.over(Ledgers.naming(world.stores, new ProviderId("stranger")))
                .provider(world.provider)
                .build();

        assertThat(Told.by(swapped.startDirect(id, Typed.number(Typed.SENT))))
                .isEqualTo("refused consent.not-covering");

        assertThat(world.provider.seen()).isEmpty();
        assertThat(Told.state(world.look(id))).isEqualTo("consented");
    }

    @Test
    void a_consent_that_two_take_back_at_the_same_moment_is_taken_back_once() {
        SessionId id = world.sent();
        KycService second = interrupted(() -> world.service.withdrawConsent(id));

        assertThat(Told.by(second.withdrawConsent(id))).isEqualTo("ended consent-withdrawn");

        assertThat(events(id))
                .filteredOn(ConsentEvent.WasWithdrawn.class::isInstance)
                .hasSize(1);
        assertThat(world.service.consent(id).get()).isInstanceOf(Consent.Withdrawn.class);
    }

    @Test
    void a_question_that_two_answer_at_the_same_moment_is_answered_once() {
        SessionId id = world.opened(Flow.DIRECT_OTP);
        KycService second = interrupted(() -> world.service.giveConsent(id, ConsentMethod.CHECKBOX));

        assertThat(Told.by(second.declineConsent(id))).isEqualTo("refused session.busy");

        assertThat(events(id)).hasSize(2);
        assertThat(Told.state(world.look(id))).isEqualTo("consented");
    }

    @Test
    void a_use_on_record_at_the_same_moment_does_not_stop_a_call() {
        SessionId id = world.consented(Flow.DIRECT_OTP);
        SessionId away = world.offered();
        KycService second = interrupted(() -> use(id, away));

        assertThat(Told.by(second.startDirect(id, Typed.number(Typed.SENT)))).isEqualTo("awaiting-otp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "P366D", "PT2562047788015215H30M7S"})
    void a_time_that_cannot_be_is_refused_and_the_person_can_still_answer(Duration validity) {
        SessionId id = world.opened(Flow.DIRECT_OTP);

        Either<KycFailure, Progress> answer = world.service.giveConsent(id, ConsentMethod.CHECKBOX, validity);

        assertThat(answer.getLeft().summary()).isEqualTo("validity must be more than nothing and at most 365 days");
        assertThat(Told.by(world.service.giveConsent(id, ConsentMethod.CHECKBOX, HOUR)))
                .isEqualTo("consented");
    }

    private List<String> start(SessionId id) {
        return List.of(
                Told.by(world.service.startDirect(id, Typed.number(Typed.SENT))),
                Told.by(world.service.startCaptcha(id)),
                Told.by(world.offer(id)));
    }

    private List<ProviderCall> uses(SessionId id) {
        return world.stores.consents().events(world.look(id).dossier().consent()).stream()
                .filter(ConsentEvent.WasUsed.class::isInstance)
                .map(event -> ((ConsentEvent.WasUsed) event).use().call())
                .toList();
    }

    private static ProviderFailure unreachable(ProviderId provider) {
        return new ProviderFailure.Unreachable(VendorTrace.of(provider));
    }

    private KycService interrupted(Runnable interruption) {
        return world.over(Ledgers.interrupted(world.stores, interruption))
                .provider(world.provider)
                .build();
    }

    private List<ConsentEvent> events(SessionId id) {
        return world.stores.consents().events(consent(id));
    }

    // What the other session's consent was used for stands in this one's chain, too.
    private void use(SessionId id, SessionId like) {
        events(like).stream()
                .filter(ConsentEvent.WasUsed.class::isInstance)
                .map(event -> new ConsentEvent.WasUsed(
                        consent(id), world.clock.instant(), ((ConsentEvent.WasUsed) event).use()))
                .forEach(event -> world.stores.consents().append(event, 2).get());
    }

    // One that is given for a minute.
    private SessionId brief() {
        SessionId id = world.opened(Flow.DIRECT_OTP);
        world.service
                .giveConsent(id, ConsentMethod.CHECKBOX, Duration.ofMinutes(1))
                .get();
        return id;
    }

    private ConsentEvent expiry(SessionId id) {
        ConsentEvent given = events(id).get(1);
        return new ConsentEvent.HasExpired(consent(id), given.at().plus(Duration.ofMinutes(1)));
    }

    private ConsentId consent(SessionId id) {
        return world.look(id).dossier().consent();
    }
}
