package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.store.AuditEntry;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P9")
class P9TimeTest {

    private final Harness harness = Harness.create();

    @ParameterizedTest
    @EnumSource
    void every_recorded_instant_comes_from_the_clock(SessionScenario sessionScenario) {
        SessionId id = sessionScenario.run(harness);

        KycSession session = harness.find(id);
        assertThat(harness.auditTrail(id))
                .extracting(AuditEntry::at)
                .allMatch(at -> !at.isBefore(session.header().openedAt()) && !at.isAfter(harness.clock.instant()));
        assertThat(harness.stores.consents().events(session.header().consent()))
                .extracting(ConsentEvent::at)
                .allMatch(at -> !at.isBefore(session.header().openedAt()) && !at.isAfter(harness.clock.instant()));
    }

    @ParameterizedTest
    @EnumSource
    void without_time_passing_nothing_changes(SessionStage sessionStage) {
        SessionId id = sessionStage.reach(harness);
        KycSession before = harness.find(id);

        for (int i = 0; i < 10; i++) {
            harness.find(id);
        }

        assertThat(harness.find(id)).isEqualTo(before);
    }

    @Test
    void a_session_lives_to_the_last_instant_before_its_end() {
        SessionId id = harness.consented(Flow.DIRECT_OTP);
        harness.pass(Duration.ofMinutes(30).minusNanos(1));

        assertThat(StepAssertions.describeState(harness.find(id))).isEqualTo("consented");
        harness.pass(Duration.ofNanos(1));

        assertThat(StepAssertions.describeState(harness.find(id))).isEqualTo("ended expired");
    }

    @Test
    void the_same_clock_and_randomness_give_the_same_trail() {
        Harness other = Harness.create();

        SessionId mine = SessionScenario.CAPTCHA.run(harness);
        SessionId theirs = SessionScenario.CAPTCHA.run(other);

        assertThat(theirs).isEqualTo(mine);
        assertThat(other.auditTrail(theirs)).isEqualTo(harness.auditTrail(mine));
        assertThat(other.find(theirs)).isEqualTo(harness.find(mine));
    }
}
