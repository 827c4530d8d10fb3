package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.store.AuditEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What must hold for the records of a session, whatever happened to it. */
final class LedgerAssertions {

    private static final int ATTEMPTS = 3;

    private LedgerAssertions() {}

    /** Each call that the provider saw has its own use on the consent's record, in the same order. */
    static void assertEveryCallHasConsent(Harness harness, SessionId id) {
        List<ConsentUse> uses = new ArrayList<>();
        for (ConsentEvent event :
                harness.stores.consents().events(harness.find(id).header().consent())) {
            if (event instanceof ConsentEvent.WasUsed used) {
                uses.add(used.use());
            }
        }
        assertContained(
                uses,
                harness.provider.calls().stream()
                        .map(recordedCall -> recordedCall.proof().use())
                        .toList());
    }

    /** Each call that the provider saw was announced in the trail. */
    static void assertEveryCallHasIntent(Harness harness, SessionId id) {
        List<ProviderCall> intents = harness.stores.audit().entries(id).stream()
                .filter(entry -> entry.kind() == AuditEntry.Kind.INTENT)
                .map(entry -> entry.call().orElseThrow())
                .toList();
        assertContained(
                intents,
                harness.provider.calls().stream()
                        .map(recordedCall -> recordedCall.proof().use().call())
                        .toList());
    }

    /** Every change of state is in the trail, each beginning where the one before ended, up to the state as it is. */
    static void assertTrailUnbroken(Harness harness, SessionId id) {
        KycSession session = harness.find(id);
        List<AuditEntry> changes = harness.stores.audit().entries(id).stream()
                .filter(entry -> entry.kind() != AuditEntry.Kind.REFUSED)
                .toList();
        for (int i = 1; i < changes.size(); i++) {
            assertThat(changes.get(i).from()).isEqualTo(changes.get(i - 1).to());
            assertThat(changes.get(i).at()).isAfterOrEqualTo(changes.get(i - 1).at());
        }
        assertThat(changes).hasSize((int) session.header().revision() + 1);
        assertThat(changes.get(changes.size() - 1).to()).isEqualTo(session.state());
    }

    /** No two codes went out within the gap, and none was tried more often than it may. */
    static void assertNoExtraCodeOrGuess(Harness harness) {
        List<Instant> codes = harness.provider.codes();
        for (int i = 1; i < codes.size(); i++) {
            assertThat(codes.get(i)).isAfterOrEqualTo(codes.get(i - 1).plus(Harness.GAP));
        }
        assertThat(harness.provider.count(ProviderCall.VERIFY_CODE)).isLessThanOrEqualTo(ATTEMPTS * codes.size());
    }

    private static <T> void assertContained(List<T> records, List<T> calls) {
        if (!calls.isEmpty()) {
            assertThat(records).containsSubsequence(calls);
        }
    }
}
