package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.app.step.ReconciliationSummary;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.SessionPolicy;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.observe.KycEvent;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P5")
class ReconcileDueSessionsTest {

    private static final Duration LIFE = SessionPolicy.DEFAULT.life();
    private static final Duration KEPT = SessionPolicy.DEFAULT.identityRetention();

    private final Harness harness = Harness.create();

    @Test
    void a_session_that_is_never_read_expires_and_the_trail_says_so() {
        SessionId forgotten = harness.captchaShown();
        SessionId opened = harness.opened(Flow.DIGILOCKER);
        harness.pass(LIFE);

        assertThat(harness.service.reconcileDueSessions()).isEqualTo(new ReconciliationSummary(2, 0));

        assertThat(stored(forgotten).endReason()).contains(EndReason.EXPIRED);
        assertThat(stored(opened).endReason()).contains(EndReason.EXPIRED);
        assertThat(last(forgotten).kind()).isEqualTo(AuditEntry.Kind.RECONCILED);
        LedgerAssertions.assertTrailUnbroken(harness, forgotten);
    }

    @Test
    void an_identity_that_the_host_never_completed_is_erased() {
        SessionId id = harness.verified();
        harness.pass(KEPT);

        assertThat(harness.service.reconcileDueSessions()).isEqualTo(new ReconciliationSummary(1, 1));

        assertThat(stored(id).identity()).isEmpty();
        assertThat(stored(id).assurance()).isPresent();
    }

    @Test
    @Tag("P3")
    void a_call_whose_outcome_was_lost_is_accounted_for_and_not_made_again() {
        SessionId id = harness.consented(Flow.DIRECT_OTP);
        Harness dying = harness.withService(
                harness.builderOn(FailingStore.failingAt(3, FailingStore.CrashPoint.BEFORE, harness.stores)
                                .asStores())
                        .provider(harness.provider)
                        .build());
        assertThatThrownBy(() -> dying.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT)))
                .isInstanceOf(StoreUnavailableException.class);
        int calls = harness.provider.count(ProviderCall.SEND_CODE);

        assertThat(harness.service.reconcileDueSessions().sessions()).isZero();
        harness.pass(harness.provider.callTimeout());
        assertThat(harness.service.reconcileDueSessions().sessions()).isEqualTo(1);

        assertThat(StepAssertions.describe(harness.service.resend(id, TestInputs.number(TestInputs.SENT))))
                .isEqualTo("refused otp.in-doubt");
        assertThat(harness.provider.count(ProviderCall.SEND_CODE)).isEqualTo(calls);
    }

    @Test
    void a_reconciled_session_is_not_reconciled_again() {
        harness.captchaShown();
        harness.pass(LIFE);
        harness.service.reconcileDueSessions();

        assertThat(harness.service.reconcileDueSessions().sessions()).isZero();
    }

    @Test
    void listeners_are_notified_of_an_end_after_it_is_stored() {
        List<String> result = new ArrayList<>();
        SessionId id = harness.codeSent();
        KycService listening = harness.builderOn(harness.stores)
                .provider(harness.provider)
                .listener(event -> result.add(event.code() + " "
                        + stored(event.context().session()).state().code()))
                .build();
        harness.pass(LIFE);

        listening.reconcileDueSessions();

        assertThat(result).containsExactly("ended ended");
        assertThat(stored(id).endReason()).contains(EndReason.EXPIRED);
    }

    @Test
    void an_update_that_the_store_rejects_is_not_published() {
        List<KycEvent> result = new ArrayList<>();
        SessionId id = harness.codeSent();
        SessionId other = harness.codeSent();
        KycService late = harness.builderOn(StoreSkippingSession.skip(other, harness.stores))
                .provider(harness.provider)
                .listener(result::add)
                .build();
        harness.pass(LIFE);

        assertThat(late.reconcileDueSessions().sessions()).isEqualTo(1);

        assertThat(result).extracting(event -> event.context().session()).containsExactly(id);
    }

    @Test
    @Tag("P1")
    void a_live_session_with_a_withdrawn_consent_ends_in_the_background() {
        SessionId id = harness.codeSent();
        withdraw(id);

        assertThat(harness.service.reconcileDueSessions().sessions()).isEqualTo(1);

        assertThat(stored(id).endReason()).contains(EndReason.CONSENT_WITHDRAWN);
        assertThat(last(id).kind()).isEqualTo(AuditEntry.Kind.RECONCILED);
    }

    @Test
    @Tag("P1")
    void an_identity_with_a_withdrawn_consent_is_erased_in_the_background() {
        SessionId id = harness.verified();
        withdraw(id);

        assertThat(harness.service.reconcileDueSessions().sessions()).isEqualTo(1);

        assertThat(stored(id).identity()).isEmpty();
        assertThat(stored(id).endReason()).contains(EndReason.CONSENT_WITHDRAWN);
    }

    @Test
    @Tag("P1")
    void an_identity_with_a_withdrawn_consent_is_never_shown() {
        SessionId id = harness.verified();
        withdraw(id);

        assertThat(StepAssertions.describeState(harness.find(id))).isEqualTo("ended consent-withdrawn");

        assertThat(stored(id).identity()).isEmpty();
        assertThat(StepAssertions.describe(harness.service.complete(id))).isEqualTo("refused session.over");
        assertThat(StepAssertions.describe(harness.service.withdrawConsent(id))).isEqualTo("ended consent-withdrawn");
    }

    // As a process leaves it that dies before it comes to the session.
    private void withdraw(SessionId id) {
        ConsentId consent = stored(id).header().consent();
        int position = harness.stores.consents().events(consent).size();
        harness.stores
                .consents()
                .append(new ConsentEvent.WasWithdrawn(consent, harness.clock.instant()), position)
                .get();
    }

    private SessionSnapshot stored(SessionId id) {
        return harness.stores.sessions().find(id).orElseThrow();
    }

    private AuditEntry last(SessionId id) {
        List<AuditEntry> trail = harness.auditTrail(id);
        return trail.get(trail.size() - 1);
    }
}
