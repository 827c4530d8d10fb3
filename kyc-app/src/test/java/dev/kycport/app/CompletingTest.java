package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.AuditEntry;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CompletingTest {

    private final World world = World.usual();

    @Test
    void the_identity_goes_and_the_assurance_stays() {
        SessionId id = world.verified();
        KycSession.Verified verified = (KycSession.Verified) world.look(id);

        assertThat(Told.by(world.service.complete(id))).isEqualTo("completed");

        assertThat(((KycSession.Completed) world.look(id)).assurance())
                .isEqualTo(verified.identity().assurance());
        assertThat(world.stores.sessions().find(id).orElseThrow().identity()).isEmpty();
    }

    @Test
    void it_is_in_the_trail() {
        SessionId id = world.verified();

        world.service.complete(id);

        List<AuditEntry> trail = world.trail(id);
        AuditEntry last = trail.get(trail.size() - 1);
        assertThat(last.kind()).isEqualTo(AuditEntry.Kind.STEP);
        assertThat(last.from()).isEqualTo(SessionState.VERIFIED);
        assertThat(last.to()).isEqualTo(SessionState.COMPLETED);
        Ledgered.theTrailIsUnbroken(world, id);
    }

    @Test
    void a_host_that_never_heard_the_answer_may_ask_again() {
        SessionId id = world.verified();
        world.service.complete(id);
        int entries = world.trail(id).size();

        assertThat(Told.by(world.service.complete(id))).isEqualTo("completed");

        assertThat(world.trail(id)).hasSize(entries);
    }

    @Test
    void of_many_at_once_none_is_told_that_the_session_is_busy() {
        SessionId id = world.verified();

        List<String> answers = Race.of(8, number -> Told.by(world.service.complete(id)));

        assertThat(answers).containsOnly("completed");
        Ledgered.theTrailIsUnbroken(world, id);
    }

    @ParameterizedTest
    @EnumSource
    void nobody_is_completed_who_is_not_verified(Stage stage) {
        SessionId id = stage.in(world);

        assertThat(Told.by(world.service.complete(id))).isEqualTo("refused session.wrong-state");
    }

    @Test
    void a_session_that_ended_says_why() {
        SessionId id = world.verified();
        world.service.withdrawConsent(id);

        assertThat(world.service.complete(id).getLeft().summary()).contains("consent-withdrawn");
    }

    @Test
    void a_consent_taken_back_later_is_on_record_and_the_session_stays_completed() {
        SessionId id = world.verified();
        world.service.complete(id);

        assertThat(Told.by(world.service.withdrawConsent(id))).isEqualTo("completed");

        assertThat(world.service.consent(id).get()).isInstanceOf(Consent.Withdrawn.class);
    }
}
