package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.ports.store.Stores;
import java.util.Arrays;
import java.util.Collection;
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
        ContractFixtures.STORES.remove();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ContractFixtures.Sessions.class,
                ContractFixtures.Pending.class,
                ContractFixtures.Consents.class,
                ContractFixtures.Audit.class
            })
    void correct_stores_pass_every_test(Class<?> contract) {
        ContractRun contractRun =
                tried(contract, ContractRun.testsOf(contract), () -> new ToyStores().withLedger(new ToyLedger()));

        assertThat(contractRun.green()).isEqualTo(ContractRun.testsOf(contract));
    }

    @Test
    void a_correct_store_of_half_steps_passes_every_test() {
        ContractRun contractRun = tried(
                ContractFixtures.Steps.class,
                ContractRun.testsOf(ContractFixtures.Steps.class),
                () -> new ToyStepStore().asStores());

        assertThat(contractRun.green()).isEqualTo(ContractRun.testsOf(ContractFixtures.Steps.class));
    }

    @ParameterizedTest
    @EnumSource
    void a_store_that_tears_a_half_step_is_caught(BrokenStepStores broken) {
        assertThat(tried(broken).red()).containsAll(broken.caughtBy);
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
        Set<String> steps = new TreeSet<>();
        Arrays.stream(BrokenSessionStores.values()).forEach(broken -> sessions.add(broken.caughtBy));
        Arrays.stream(BrokenPendingCodeStores.values()).forEach(broken -> pending.add(broken.caughtBy));
        Arrays.stream(BrokenLedgers.values()).forEach(broken -> consents.addAll(broken.caughtBy));
        Arrays.stream(BrokenStepStores.values()).forEach(broken -> steps.addAll(broken.caughtBy));
        Arrays.stream(BrokenAuditTrails.values()).forEach(broken -> audit.addAll(broken.caughtBy));

        assertThat(sessions).isEqualTo(ContractRun.testsOf(ContractFixtures.Sessions.class));
        assertThat(pending).isEqualTo(ContractRun.testsOf(ContractFixtures.Pending.class));
        assertThat(consents).isEqualTo(ContractRun.testsOf(ContractFixtures.Consents.class));
        assertThat(steps).isEqualTo(ContractRun.testsOf(ContractFixtures.Steps.class));
        assertThat(audit).isEqualTo(ContractRun.testsOf(ContractFixtures.Audit.class));
    }

    private static ContractRun tried(BrokenSessionStores broken) {
        return tried(
                ContractFixtures.Sessions.class,
                Set.of(broken.caughtBy),
                () -> broken.stores.get().withLedger(new ToyLedger()));
    }

    private static ContractRun tried(BrokenPendingCodeStores broken) {
        return tried(
                ContractFixtures.Pending.class,
                Set.of(broken.caughtBy),
                () -> new ToyStores().withLedger(new ToyLedger(), broken.pending.get()));
    }

    private static ContractRun tried(BrokenLedgers broken) {
        return tried(
                ContractFixtures.Consents.class,
                broken.caughtBy,
                () -> new ToyStores().withLedger(broken.ledger.get()));
    }

    private static ContractRun tried(BrokenStepStores broken) {
        return tried(ContractFixtures.Steps.class, broken.caughtBy, broken.stores);
    }

    private static ContractRun tried(BrokenAuditTrails broken) {
        return tried(
                ContractFixtures.Audit.class,
                broken.caughtBy,
                () -> broken.stores.get().withLedger(new ToyLedger()));
    }

    private static ContractRun tried(Class<?> contract, Collection<String> tests, Supplier<Stores> stores) {
        ContractFixtures.STORES.set(stores);
        return ContractRun.of(contract, tests);
    }
}
