package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.AuditEntry;
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

    private final World world = World.usual();

    @ParameterizedTest
    @EnumSource
    void every_instant_on_record_is_the_clocks(Story story) {
        SessionId id = story.play(world);

        KycSession session = world.look(id);
        assertThat(world.trail(id))
                .extracting(AuditEntry::at)
                .allMatch(at -> !at.isBefore(session.dossier().openedAt()) && !at.isAfter(world.clock.instant()));
        assertThat(world.stores.consents().events(session.dossier().consent()))
                .extracting(ConsentEvent::at)
                .allMatch(at -> !at.isBefore(session.dossier().openedAt()) && !at.isAfter(world.clock.instant()));
    }

    @ParameterizedTest
    @EnumSource
    void a_clock_that_stands_still_changes_nothing(Stage stage) {
        SessionId id = stage.in(world);
        KycSession before = world.look(id);

        for (int i = 0; i < 10; i++) {
            world.look(id);
        }

        assertThat(world.look(id)).isEqualTo(before);
    }

    @Test
    void a_session_lives_to_the_last_instant_before_its_end() {
        SessionId id = world.consented(Flow.DIRECT_OTP);
        world.pass(Duration.ofMinutes(30).minusNanos(1));

        assertThat(Told.state(world.look(id))).isEqualTo("consented");
        world.pass(Duration.ofNanos(1));

        assertThat(Told.state(world.look(id))).isEqualTo("ended expired");
    }

    @Test
    void the_same_clock_and_randomness_tell_the_same_story() {
        World other = World.usual();

        SessionId mine = Story.CAPTCHA.play(world);
        SessionId theirs = Story.CAPTCHA.play(other);

        assertThat(theirs).isEqualTo(mine);
        assertThat(other.trail(theirs)).isEqualTo(world.trail(mine));
        assertThat(other.look(theirs)).isEqualTo(world.look(mine));
    }
}
