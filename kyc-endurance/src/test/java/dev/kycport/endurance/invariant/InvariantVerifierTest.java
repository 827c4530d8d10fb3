package dev.kycport.endurance.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.app.config.Plugins;
import dev.kycport.app.runtime.InstalledPlugins;
import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.endurance.system.SystemUnderTest;
import dev.kycport.endurance.user.ServiceDriver;
import dev.kycport.endurance.user.SimulatedUser;
import dev.kycport.endurance.user.StepJournal;
import dev.kycport.endurance.user.TestSubject;
import dev.kycport.endurance.user.UserTraffic;
import dev.kycport.endurance.vendor.VendorFaultProfile;
import dev.kycport.endurance.vendor.VendorStub;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InvariantVerifierTest {

    private static final int USERS = 60;

    @Test
    void finds_nothing_wrong_with_correct_stores() throws Exception {
        List<String> violations = violations(FaultyStores.CORRECT, InvariantVerifierTest::isUniquePerson);

        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CORRECT")
    void finds_every_fault_of_a_store(FaultyStores stores) throws Exception {
        List<String> violations = violations(stores, InvariantVerifierTest::isUniquePerson);

        assertThat(violations).anyMatch(violation -> violation.contains(stores.expectedViolation()));
    }

    @Test
    void finds_two_codes_for_one_person_when_number_reservations_are_missing() throws Exception {
        List<String> violations = violations(FaultyStores.CORRECT, subject -> true);

        assertThat(violations)
                .isNotEmpty()
                .allMatch(violation -> violation.contains("have the same number and codes sent"));
    }

    private static boolean isUniquePerson(TestSubject subject) {
        return subject.number() % 10 != 9;
    }

    private static List<String> violations(FaultyStores stores, Predicate<TestSubject> filter) throws Exception {
        try (VendorStub vendor = new VendorStub(new VendorFaultProfile(100, 0, 10, 10), 7, InstantSource.system())) {
            Plugins installed = InstalledPlugins.find();
            Plugins plugins = new Plugins(installed.providers(), List.of(stores), List.of(), installed.archives());
            SystemUnderTest system = new SystemUnderTest(
                    SystemUnderTest.create(vendor.url(), "url = memory").hocon(), plugins);
            StepJournal journal = new StepJournal();
            try (KycRuntime runtime = system.start(InstantSource.system())) {
                ServiceDriver driver = new ServiceDriver(runtime.service());
                Queue<SimulatedUser> users = IntStream.range(0, USERS)
                        .mapToObj(TestSubject::new)
                        .filter(filter)
                        .map(subject -> new SimulatedUser(subject, driver, journal))
                        .collect(Collectors.toCollection(ConcurrentLinkedQueue::new));
                UserTraffic traffic = new UserTraffic(() -> Optional.ofNullable(users.poll()));
                traffic.start(6, 1).join();
                vendor.awaitIdle();
                return new InvariantVerifier(journal, vendor.callLog())
                        .verifyAll(runtime.stores(), Instant.now())
                        .violations();
            }
        }
    }
}
