package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.ports.Stores;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoreContractsTest {

    @AfterEach
    void forget() {
        Suspects.STORES.remove();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {Suspects.Sessions.class, Suspects.Pending.class, Suspects.Consents.class, Suspects.Audit.class})
    void correct_stores_pass_every_test(Class<?> contract) {
        Trial trial = tried(contract, () -> new ToyStores().beside(new ToyLedger()));

        assertThat(trial.green()).isEqualTo(Trial.testsOf(contract));
    }

    @ParameterizedTest
    @EnumSource
    void a_broken_session_store_is_caught(BrokenSessionStores broken) {
        assertThat(tried(broken).red()).contains(broken.caughtBy);
    }

    @ParameterizedTest
    @EnumSource
    void a_broken_store_of_pending_codes_is_caught(BrokenPendingCodeStores broken) {
        assertThat(tried(broken).red()).contains(broken.caughtBy);
    }

    @ParameterizedTest
    @EnumSource
    void a_broken_ledger_is_caught(BrokenLedgers broken) {
        assertThat(tried(broken).red()).containsAll(broken.caughtBy);
    }

    @ParameterizedTest
    @EnumSource
    void a_broken_audit_trail_is_caught(BrokenAuditTrails broken) {
        assertThat(tried(broken).red()).containsAll(broken.caughtBy);
    }

    @Test
    void every_test_goes_red_on_some_broken_stores() {
        Set<String> sessions = new TreeSet<>();
        Set<String> pending = new TreeSet<>();
        Set<String> consents = new TreeSet<>();
        Set<String> audit = new TreeSet<>();
        Arrays.stream(BrokenSessionStores.values()).forEach(broken -> sessions.add(broken.caughtBy));
        Arrays.stream(BrokenPendingCodeStores.values()).forEach(broken -> pending.add(broken.caughtBy));
        Arrays.stream(BrokenLedgers.values()).forEach(broken -> consents.addAll(broken.caughtBy));
        Arrays.stream(BrokenAuditTrails.values()).forEach(broken -> audit.addAll(broken.caughtBy));

        assertThat(sessions).isEqualTo(Trial.testsOf(Suspects.Sessions.class));
        assertThat(pending).isEqualTo(Trial.testsOf(Suspects.Pending.class));
        assertThat(consents).isEqualTo(Trial.testsOf(Suspects.Consents.class));
        assertThat(audit).isEqualTo(Trial.testsOf(Suspects.Audit.class));
    }

    private static Trial tried(BrokenSessionStores broken) {
        return tried(Suspects.Sessions.class, () -> broken.stores.get().beside(new ToyLedger()));
    }

    private static Trial tried(BrokenPendingCodeStores broken) {
        return tried(Suspects.Pending.class, () -> new ToyStores().beside(new ToyLedger(), broken.pending.get()));
    }

    private static Trial tried(BrokenLedgers broken) {
        return tried(Suspects.Consents.class, () -> new ToyStores().beside(broken.ledger.get()));
    }

    private static Trial tried(BrokenAuditTrails broken) {
        return tried(Suspects.Audit.class, () -> broken.stores.get().beside(new ToyLedger()));
    }

    private static Trial tried(Class<?> contract, Supplier<Stores> stores) {
        Suspects.STORES.set(stores);
        return Trial.of(contract);
    }
}
