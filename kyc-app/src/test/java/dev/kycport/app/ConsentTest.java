package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.app.step.StepResult;
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

    private final Harness harness = Harness.create();

    @ParameterizedTest
    @EnumSource
    void without_an_answer_no_flow_starts(Flow flow) {
        SessionId id = harness.opened(flow);

        assertThat(start(id)).containsOnly("refused session.wrong-state");

        assertThat(harness.provider.calls()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_declined_session_makes_no_call(Flow flow) {
        SessionId id = harness.opened(flow);

        assertThat(StepAssertions.describe(harness.service.declineConsent(id))).isEqualTo("ended declined");

        assertThat(start(id)).containsOnly("refused session.over");
        assertThat(harness.service.consent(id).get()).isInstanceOf(Consent.Declined.class);
        assertThat(harness.provider.calls()).isEmpty();
    }

    @Test
    void what_was_asked_is_kept_word_for_word_and_names_the_provider() {
        SessionId id = harness.opened(Flow.DIRECT_OTP);

        Consent asked = harness.service.consent(id).get();

        assertThat(asked).isInstanceOf(Consent.Asked.class);
        assertThat(asked.terms().notice())
                .isEqualTo(TestInputs.request(Flow.DIRECT_OTP).notice());
        assertThat(asked.terms().recipients()).containsExactly(harness.provider.id());
        assertThat(asked.terms().dataItems()).contains("name", "photograph");
    }

    @Test
    void a_consent_is_given_once() {
        SessionId id = harness.consented(Flow.DIRECT_OTP);

        assertThat(StepAssertions.describe(harness.service.giveConsent(id, ConsentMethod.BUTTON)))
                .isEqualTo("refused session.wrong-state");
        assertThat(StepAssertions.describe(harness.service.declineConsent(id)))
                .isEqualTo("refused session.wrong-state");

        Consent.Given given = (Consent.Given) harness.service.consent(id).get();
        assertThat(given.method()).isEqualTo(ConsentMethod.CHECKBOX);
    }

    @Test
    void every_call_is_recorded_before_it_is_made() {
        SessionId id = harness.captchaShown();
        harness.answer(id, "KYC42");
        harness.submit(id, TestInputs.RIGHT);

        assertThat(uses(id))
                .containsExactly(ProviderCall.CONNECT, ProviderCall.SEND_CODE, ProviderCall.VERIFY_CODE)
                .containsExactlyElementsOf(harness.provider.calls().stream()
                        .map(recordedCall -> recordedCall.proof().use().call())
                        .toList());
    }

    @Test
    void an_expired_consent_stops_the_flow_before_any_call() {
        SessionId id = harness.opened(Flow.DIRECT_OTP);
        harness.service.giveConsent(id, ConsentMethod.CHECKBOX, Duration.ofMinutes(1));
        harness.pass(Duration.ofMinutes(1));

        assertThat(StepAssertions.describe(harness.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT))))
                .isEqualTo("refused consent.expired");

        assertThat(StepAssertions.describeState(harness.find(id))).isEqualTo("ended expired");
        assertThat(harness.provider.calls()).isEmpty();
    }

    @Test
    void a_consent_that_expires_during_the_flow_stops_the_next_step() {
        SessionId id = harness.opened(Flow.DIRECT_OTP);
        harness.service.giveConsent(id, ConsentMethod.CHECKBOX, Duration.ofMinutes(1));
        harness.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT));
        harness.pass(Duration.ofMinutes(1));

        assertThat(StepAssertions.describe(harness.submit(id, TestInputs.RIGHT)))
                .isEqualTo("refused consent.expired");

        assertThat(StepAssertions.describeState(harness.find(id))).isEqualTo("ended expired");
        assertThat(harness.provider.count(ProviderCall.VERIFY_CODE)).isZero();
    }

    @Test
    void a_consent_expiry_is_recorded_once() {
        SessionId id = sessionWithShortConsent();
        harness.pass(Duration.ofMinutes(1));

        harness.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT));
        harness.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT));
        harness.service.consent(id);

        assertThat(events(id)).hasSize(3).last().isEqualTo(expiry(id));
        assertThat(harness.service.consent(id).get()).isInstanceOf(Consent.Expired.class);
    }

    @Test
    void concurrent_steps_record_the_expiry_once() {
        SessionId id = sessionWithShortConsent();
        harness.pass(Duration.ofMinutes(1));
        KycService second = serviceInterruptedBy(() -> harness.service.consent(id));

        second.consent(id);

        assertThat(events(id)).hasSize(3).last().isEqualTo(expiry(id));
    }

    @Test
    void reconciliation_records_the_expiry() {
        SessionId id = sessionWithShortConsent();
        harness.pass(Duration.ofMinutes(30));

        harness.service.reconcileDueSessions();
        harness.service.reconcileDueSessions();

        assertThat(events(id)).hasSize(3).last().isEqualTo(expiry(id));
    }

    @Test
    void a_consent_that_expired_before_its_session_was_saved_ends_the_session_as_expired() {
        SessionId id = harness.opened(Flow.DIRECT_OTP);
        ConsentEvent given = new ConsentEvent.WasGiven(
                consent(id), harness.clock.instant(), ConsentMethod.CHECKBOX, Duration.ofMinutes(1));
        harness.stores.consents().append(given, 1).get();
        harness.pass(Duration.ofMinutes(1));

        assertThat(StepAssertions.describe(harness.service.giveConsent(id, ConsentMethod.CHECKBOX)))
                .isEqualTo("ended expired");
    }

    @Test
    void an_expired_consent_can_be_withdrawn_and_its_identity_is_erased() {
        SessionId id = harness.verified();
        harness.pass(HOUR);
        harness.service.consent(id);

        assertThat(StepAssertions.describe(harness.service.withdrawConsent(id))).isEqualTo("ended consent-withdrawn");

        assertThat(harness.stores.sessions().find(id).orElseThrow().identity()).isEmpty();
        assertThat(harness.service.consent(id).get()).isInstanceOf(Consent.Withdrawn.class);
    }

    @Test
    void a_consent_withdrawn_only_in_the_ledger_stops_the_next_step() {
        SessionId id = harness.codeSent();
        ConsentId consent = harness.find(id).header().consent();
        harness.stores
                .consents()
                .append(
                        new ConsentEvent.WasWithdrawn(consent, harness.clock.instant()),
                        harness.stores.consents().events(consent).size());

        assertThat(StepAssertions.describe(harness.submit(id, TestInputs.RIGHT)))
                .isEqualTo("refused consent.withdrawn");

        assertThat(StepAssertions.describeState(harness.find(id))).isEqualTo("ended consent-withdrawn");
        assertThat(harness.provider.count(ProviderCall.VERIFY_CODE)).isZero();
    }

    @Test
    void a_session_without_its_consent_in_the_ledger_makes_no_call() {
        SessionId id = harness.consented(Flow.DIRECT_OTP);
        KycService forgetful = harness.builderOn(ConsentLedgerStubs.empty(harness.stores))
                .provider(harness.provider)
                .build();

        assertThat(StepAssertions.describe(forgetful.startDirectOtp(id, TestInputs.number(TestInputs.SENT))))
                .isEqualTo("refused consent.missing");
        assertThat(forgetful.consent(id).getLeft().code()).isEqualTo("consent.missing");

        assertThat(harness.provider.calls()).isEmpty();
    }

    @Test
    void a_consent_to_one_provider_does_not_cover_another() {
        SessionId id = harness.consented(Flow.DIRECT_OTP);
        RecordingProvider other = harness.provider("other", FakeConfig.defaults());
        KycService wider = harness.builderOn(harness.stores)
                .provider(harness.provider)
                .provider(other)
                .build();
        harness.provider.fail(ProviderCall.SEND_CODE, unreachable(harness.provider.id()));

        Either<KycFailure, StepResult> answer = wider.startDirectOtp(id, TestInputs.number(TestInputs.SENT));

        assertThat(StepAssertions.describe(answer)).isEqualTo("refused provider.unreachable");
        assertThat(other.calls()).isEmpty();
        assertThat(harness.find(id).header().provider()).isEqualTo(harness.provider.id());
    }

    @Test
    void a_consent_for_another_provider_stops_the_call_to_this_one() {
        SessionId id = harness.consented(Flow.DIRECT_OTP);
        KycService swapped = harness.builderOn(
                        ConsentLedgerStubs.withRecipient(harness.stores, new ProviderId("stranger")))
                .provider(harness.provider)
                .build();

        assertThat(StepAssertions.describe(swapped.startDirectOtp(id, TestInputs.number(TestInputs.SENT))))
                .isEqualTo("refused consent.not-covering");

        assertThat(harness.provider.calls()).isEmpty();
        assertThat(StepAssertions.describeState(harness.find(id))).isEqualTo("consented");
    }

    @Test
    void concurrent_withdrawals_are_recorded_once() {
        SessionId id = harness.codeSent();
        KycService second = serviceInterruptedBy(() -> harness.service.withdrawConsent(id));

        assertThat(StepAssertions.describe(second.withdrawConsent(id))).isEqualTo("ended consent-withdrawn");

        assertThat(events(id))
                .filteredOn(ConsentEvent.WasWithdrawn.class::isInstance)
                .hasSize(1);
        assertThat(harness.service.consent(id).get()).isInstanceOf(Consent.Withdrawn.class);
    }

    @Test
    void concurrent_answers_to_a_consent_are_recorded_once() {
        SessionId id = harness.opened(Flow.DIRECT_OTP);
        KycService second = serviceInterruptedBy(() -> harness.service.giveConsent(id, ConsentMethod.CHECKBOX));

        assertThat(StepAssertions.describe(second.declineConsent(id))).isEqualTo("refused session.busy");

        assertThat(events(id)).hasSize(2);
        assertThat(StepAssertions.describeState(harness.find(id))).isEqualTo("consented");
    }

    @Test
    void a_concurrently_recorded_use_does_not_stop_a_call() {
        SessionId id = harness.consented(Flow.DIRECT_OTP);
        SessionId away = harness.digiLockerOffered();
        KycService second = serviceInterruptedBy(() -> use(id, away));

        assertThat(StepAssertions.describe(second.startDirectOtp(id, TestInputs.number(TestInputs.SENT))))
                .isEqualTo("awaiting-otp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "P366D", "PT2562047788015215H30M7S"})
    void an_invalid_validity_is_refused_and_the_person_can_still_answer(Duration validity) {
        SessionId id = harness.opened(Flow.DIRECT_OTP);

        Either<KycFailure, StepResult> answer = harness.service.giveConsent(id, ConsentMethod.CHECKBOX, validity);

        assertThat(answer.getLeft().summary()).isEqualTo("validity must be more than nothing and at most 365 days");
        assertThat(StepAssertions.describe(harness.service.giveConsent(id, ConsentMethod.CHECKBOX, HOUR)))
                .isEqualTo("consented");
    }

    private List<String> start(SessionId id) {
        return List.of(
                StepAssertions.describe(harness.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT))),
                StepAssertions.describe(harness.service.startCaptcha(id)),
                StepAssertions.describe(harness.offer(id)));
    }

    private List<ProviderCall> uses(SessionId id) {
        return harness.stores.consents().events(harness.find(id).header().consent()).stream()
                .filter(ConsentEvent.WasUsed.class::isInstance)
                .map(event -> ((ConsentEvent.WasUsed) event).use().call())
                .toList();
    }

    private static ProviderFailure unreachable(ProviderId provider) {
        return ProviderFailure.unreachable(VendorTrace.of(provider));
    }

    private KycService serviceInterruptedBy(Runnable interruption) {
        return harness.builderOn(ConsentLedgerStubs.interruptedOnce(harness.stores, interruption))
                .provider(harness.provider)
                .build();
    }

    private List<ConsentEvent> events(SessionId id) {
        return harness.stores.consents().events(consent(id));
    }

    // What the other session's consent was used for stands in this one's chain, too.
    private void use(SessionId id, SessionId like) {
        events(like).stream()
                .filter(ConsentEvent.WasUsed.class::isInstance)
                .map(event -> new ConsentEvent.WasUsed(
                        consent(id), harness.clock.instant(), ((ConsentEvent.WasUsed) event).use()))
                .forEach(event -> harness.stores.consents().append(event, 2).get());
    }

    // One that is given for a minute.
    private SessionId sessionWithShortConsent() {
        SessionId id = harness.opened(Flow.DIRECT_OTP);
        harness.service
                .giveConsent(id, ConsentMethod.CHECKBOX, Duration.ofMinutes(1))
                .get();
        return id;
    }

    private ConsentEvent expiry(SessionId id) {
        ConsentEvent given = events(id).get(1);
        return new ConsentEvent.HasExpired(consent(id), given.at().plus(Duration.ofMinutes(1)));
    }

    private ConsentId consent(SessionId id) {
        return harness.find(id).header().consent();
    }
}
