package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.store.AuditEntry;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CompleteSessionTest {

    private final Harness harness = Harness.create();

    @Test
    void completing_erases_the_identity_and_keeps_the_assurance() {
        SessionId id = harness.verified();
        KycSession.Verified verified = (KycSession.Verified) harness.find(id);

        assertThat(StepAssertions.describe(harness.service.complete(id))).isEqualTo("completed");

        assertThat(((KycSession.Completed) harness.find(id)).assurance())
                .isEqualTo(verified.identity().assurance());
        assertThat(harness.stores.sessions().find(id).orElseThrow().identity()).isEmpty();
    }

    @Test
    void completing_is_in_the_trail() {
        SessionId id = harness.verified();

        harness.service.complete(id);

        List<AuditEntry> trail = harness.auditTrail(id);
        AuditEntry last = trail.get(trail.size() - 1);
        assertThat(last.kind()).isEqualTo(AuditEntry.Kind.STEP);
        assertThat(last.from()).isEqualTo(SessionState.VERIFIED);
        assertThat(last.to()).isEqualTo(SessionState.COMPLETED);
        LedgerAssertions.assertTrailUnbroken(harness, id);
    }

    @Test
    void a_host_that_lost_the_answer_may_complete_again() {
        SessionId id = harness.verified();
        harness.service.complete(id);
        int entries = harness.auditTrail(id).size();

        assertThat(StepAssertions.describe(harness.service.complete(id))).isEqualTo("completed");

        assertThat(harness.auditTrail(id)).hasSize(entries);
    }

    @Test
    void concurrent_completions_never_report_busy() {
        SessionId id = harness.verified();

        List<String> answers = ConcurrentRun.run(8, number -> StepAssertions.describe(harness.service.complete(id)));

        assertThat(answers).containsOnly("completed");
        LedgerAssertions.assertTrailUnbroken(harness, id);
    }

    @ParameterizedTest
    @EnumSource
    void only_a_verified_session_can_be_completed(SessionStage sessionStage) {
        SessionId id = sessionStage.reach(harness);

        assertThat(StepAssertions.describe(harness.service.complete(id))).isEqualTo("refused session.wrong-state");
    }

    @Test
    void a_session_that_ended_says_why() {
        SessionId id = harness.verified();
        harness.service.withdrawConsent(id);

        assertThat(harness.service.complete(id).getLeft().summary()).contains("consent-withdrawn");
    }

    @Test
    void a_consent_withdrawn_later_is_recorded_and_the_session_stays_completed() {
        SessionId id = harness.verified();
        harness.service.complete(id);

        assertThat(StepAssertions.describe(harness.service.withdrawConsent(id))).isEqualTo("completed");

        assertThat(harness.service.consent(id).get()).isInstanceOf(Consent.Withdrawn.class);
    }
}
