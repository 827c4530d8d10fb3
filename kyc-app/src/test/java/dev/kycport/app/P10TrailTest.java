package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.SessionStore;
import dev.kycport.ports.store.Stores;
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

    private final Harness harness = Harness.create();

    @ParameterizedTest
    @EnumSource
    void every_change_of_state_is_in_the_trail(SessionScenario sessionScenario) {
        SessionId id = sessionScenario.run(harness);

        LedgerAssertions.assertTrailUnbroken(harness, id);
        LedgerAssertions.assertEveryCallHasIntent(harness, id);
    }

    @ParameterizedTest
    @EnumSource
    void the_trail_only_grows(SessionScenario sessionScenario) {
        SessionId id = harness.opened(sessionScenario.flow());
        List<AuditEntry> before = harness.auditTrail(id);

        for (var step : sessionScenario.steps()) {
            step.accept(harness, id);
            List<AuditEntry> now = harness.auditTrail(id);
            assertThat(now).startsWith(before.toArray(AuditEntry[]::new));
            before = now;
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_entry_is_saved_with_the_state_it_describes(SessionScenario sessionScenario) {
        Recorder recorder = new Recorder(harness.stores.sessions());
        Stores recorded = new Stores(recorder, harness.stores.consents(), harness.stores.audit(), () -> {});

        sessionScenario.run(harness.withService(
                harness.builderOn(recorded).provider(harness.provider).build()));

        assertThat(recorder.writes).isNotEmpty().allSatisfy(write -> {
            AuditEntry entry = write.entries().get(0);
            assertThat(write.entries()).hasSize(1);
            assertThat(entry.session()).isEqualTo(write.state().header().id());
            assertThat(entry.to()).isEqualTo(write.state().state());
            assertThat(entry.provider()).isEqualTo(write.state().header().provider());
        });
    }

    @ParameterizedTest
    @EnumSource
    void each_intent_is_followed_by_its_outcome(SessionScenario sessionScenario) {
        List<AuditEntry> trail = harness.auditTrail(sessionScenario.run(harness));

        for (int i = 0; i < trail.size(); i++) {
            if (trail.get(i).kind() == AuditEntry.Kind.INTENT) {
                assertThat(trail.get(i + 1).kind()).isEqualTo(AuditEntry.Kind.OUTCOME);
                assertThat(trail.get(i + 1).call()).isEqualTo(trail.get(i).call());
            }
        }
    }

    @Test
    void the_trail_names_a_number_only_in_a_send_and_by_its_last_four_digits() {
        List<AuditEntry> trail = harness.auditTrail(SessionScenario.CAPTCHA.run(harness));

        assertThat(trail)
                .allSatisfy(entry -> assertThat(
                                entry.number().map(Object::toString).orElse("none"))
                        .isEqualTo(
                                entry.call().equals(Optional.of(ProviderCall.SEND_CODE)) ? "XXXX XXXX 7058" : "none"));
    }

    @Test
    void verdicts_and_failures_are_recorded_by_their_codes() {
        List<AuditEntry> trail = harness.auditTrail(SessionScenario.DIRECT_AFTER_WRONG_CODES.run(harness));

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
        public Either<KycFailure, SessionSnapshot> create(SessionSnapshot session, List<AuditEntry> entries) {
            writes.add(new Write(session, entries));
            return store.create(session, entries);
        }

        @Override
        public List<SessionId> findLive(SubjectRef subject) {
            return store.findLive(subject);
        }

        @Override
        public Optional<SessionSnapshot> find(SessionId id) {
            return store.find(id);
        }

        @Override
        public Either<KycFailure, SessionSnapshot> replace(
                long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
            writes.add(new Write(next, entries));
            return store.replace(expectedRevision, next, entries);
        }

        @Override
        public int reconcileDue(Instant now, Function<SessionSnapshot, Optional<Reconciled>> reconcile) {
            return store.reconcileDue(now, reconcile);
        }
    }
}
