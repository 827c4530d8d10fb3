package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.SessionStore;
import dev.kycport.ports.Stores;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P10")
class P10TrailTest {

    private final World world = World.usual();

    @ParameterizedTest
    @EnumSource
    void every_change_of_state_is_in_the_trail(Story story) {
        SessionId id = story.play(world);

        Ledgered.theTrailIsUnbroken(world, id);
        Ledgered.everyCallHasItsIntent(world, id);
    }

    @ParameterizedTest
    @EnumSource
    void the_trail_only_grows(Story story) {
        SessionId id = world.opened(story.flow());
        List<AuditEntry> before = world.trail(id);

        for (var step : story.steps()) {
            step.accept(world, id);
            List<AuditEntry> now = world.trail(id);
            assertThat(now).startsWith(before.toArray(AuditEntry[]::new));
            before = now;
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_entry_is_saved_with_the_state_it_describes(Story story) {
        Recorder recorder = new Recorder(world.stores.sessions());
        Stores recorded = new Stores(recorder, world.stores.consents(), world.stores.audit(), () -> {});

        story.play(world.through(world.over(recorded).provider(world.provider).build()));

        assertThat(recorder.writes).isNotEmpty().allSatisfy(write -> {
            AuditEntry entry = write.entries().get(0);
            assertThat(write.entries()).hasSize(1);
            assertThat(entry.session()).isEqualTo(write.state().dossier().id());
            assertThat(entry.to()).isEqualTo(write.state().state());
            assertThat(entry.provider()).isEqualTo(write.state().dossier().provider());
        });
    }

    @ParameterizedTest
    @EnumSource
    void each_intent_is_followed_by_its_outcome(Story story) {
        List<AuditEntry> trail = world.trail(story.play(world));

        for (int i = 0; i < trail.size(); i++) {
            if (trail.get(i).kind() == AuditEntry.Kind.INTENT) {
                assertThat(trail.get(i + 1).kind()).isEqualTo(AuditEntry.Kind.OUTCOME);
                assertThat(trail.get(i + 1).call()).isEqualTo(trail.get(i).call());
            }
        }
    }

    @Test
    void a_send_names_the_number_by_its_last_four_digits_and_nothing_else_names_it() {
        List<AuditEntry> trail = world.trail(Story.CAPTCHA.play(world));

        assertThat(trail)
                .allSatisfy(entry -> assertThat(
                                entry.number().map(Object::toString).orElse("none"))
                        .isEqualTo(
                                entry.call().equals(Optional.of(ProviderCall.SEND_CODE)) ? "XXXX XXXX 7058" : "none"));
    }

    @Test
    void a_verdict_and_a_failure_are_told_by_their_codes() {
        List<AuditEntry> trail = world.trail(Story.DIRECT_AFTER_WRONG_CODES.play(world));

        assertThat(trail.stream().flatMap(entry -> entry.code().stream()))
                .containsExactly("otp.wrong-code", "provider.timed-out", "otp.wrong-code");
        assertThat(trail)
                .filteredOn(entry -> entry.code().equals(Optional.of("provider.timed-out")))
                .allMatch(entry -> entry.trace().isPresent());
    }

    /** What was written together. */
    private record Write(SessionSnapshot state, List<AuditEntry> entries) {}

    /** A store that remembers its writes. */
    private static final class Recorder implements SessionStore {

        private final SessionStore store;
        private final List<Write> writes = new ArrayList<>();

        private Recorder(SessionStore store) {
            this.store = store;
        }

        @Override
        public Either<SessionRejection.Busy, SessionSnapshot> create(
                SessionSnapshot session, List<AuditEntry> entries) {
            writes.add(new Write(session, entries));
            return store.create(session, entries);
        }

        @Override
        public Optional<SessionSnapshot> find(SessionId id) {
            return store.find(id);
        }

        @Override
        public Either<SessionRejection.Busy, SessionSnapshot> replace(
                long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
            writes.add(new Write(next, entries));
            return store.replace(expectedRevision, next, entries);
        }

        @Override
        public int settleDue(Instant now, Function<SessionSnapshot, Optional<Settled>> settle) {
            return store.settleDue(now, settle);
        }
    }
}
