package dev.kycport.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.domain.SessionId;
import dev.kycport.endurance.system.ShiftedClock;
import dev.kycport.endurance.system.SystemUnderTest;
import dev.kycport.endurance.system.TestDatabase;
import dev.kycport.endurance.user.ServiceDriver;
import dev.kycport.endurance.user.SimulatedUser;
import dev.kycport.endurance.user.StepJournal;
import dev.kycport.endurance.user.TestSubject;
import dev.kycport.endurance.user.UserStep;
import dev.kycport.endurance.vendor.VendorFaultProfile;
import dev.kycport.endurance.vendor.VendorStub;
import dev.kycport.ports.store.StoreUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoNodeRunTest {

    private static final int ROUNDS = 3;
    private static final TestSubject DIRECT_OTP = new TestSubject(1);

    private final ShiftedClock clock = new ShiftedClock(Duration.ZERO);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "sqlite"})
    void two_nodes_on_one_database_count_every_attempt_and_every_resend(String kind) throws Exception {
        try (TestDatabase database = TestDatabase.of(kind, folder);
                VendorStub vendor = new VendorStub(VendorFaultProfile.NONE, 1, clock)) {
            SystemUnderTest system = SystemUnderTest.create(vendor.url(), database.store());

            TwoNodeRun.Result result = new TwoNodeRun(system, vendor, clock, 1).run(ROUNDS);

            assertThat(result.violations()).isEmpty();
            assertThat(answers(result.journal())).isEqualTo(requests(result.journal()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "sqlite"})
    void a_node_refuses_a_step_while_the_other_node_calls_the_vendor(String kind) throws Exception {
        try (TestDatabase database = TestDatabase.of(kind, folder);
                VendorStub vendor = new VendorStub(VendorFaultProfile.NONE, 1, clock)) {
            SystemUnderTest system = SystemUnderTest.create(vendor.url(), database.store(), Duration.ofMinutes(5));
            try (KycRuntime first = system.start(clock);
                    KycRuntime second = system.start(clock)) {
                SimulatedUser user = user(first);
                user.open();
                user.perform(UserStep.GIVE_CONSENT);
                user.perform(UserStep.START_FLOW);
                SimulatedUser other = user(second);
                other.resume(user.session().orElseThrow().id());
                VendorStub.HeldCall call = vendor.holdNextCall();
                CompletableFuture<Boolean> step =
                        CompletableFuture.supplyAsync(() -> user.perform(UserStep.SUBMIT_RIGHT_CODE));
                call.awaitReceived();

                boolean performed = other.perform(UserStep.SUBMIT_RIGHT_CODE);
                call.release();

                assertThat(performed).isFalse();
                assertThat(other.lastRefusal()).contains("session.busy");
                assertThat(step.join()).isTrue();
            }
        }
    }

    @Test
    void a_node_five_minutes_ahead_of_the_database_takes_no_step() throws Exception {
        try (TestDatabase database = TestDatabase.of("postgres", folder);
                VendorStub vendor = new VendorStub(VendorFaultProfile.NONE, 1, clock)) {
            SystemUnderTest system = SystemUnderTest.create(vendor.url(), database.store() + ", max-clock-skew = 10s");
            try (KycRuntime right = system.start(clock);
                    KycRuntime ahead = system.start(new ShiftedClock(Duration.ofMinutes(5)))) {
                SimulatedUser user = user(right);
                user.open();
                user.perform(UserStep.GIVE_CONSENT);
                user.perform(UserStep.START_FLOW);
                SessionId session = user.session().orElseThrow().id();

                assertThatThrownBy(() -> ahead.service().findSession(session))
                        .isInstanceOf(StoreUnavailableException.class)
                        .hasMessageContaining("the clock of this node");
                assertThatThrownBy(() -> ahead.service().reconcileDueSessions())
                        .isInstanceOf(StoreUnavailableException.class);
                assertThat(user.perform(UserStep.SUBMIT_RIGHT_CODE)).isTrue();
            }
        }
    }

    private static SimulatedUser user(KycRuntime node) {
        return new SimulatedUser(DIRECT_OTP, new ServiceDriver(node.service()), new StepJournal());
    }

    private static int requests(StepJournal journal) {
        return journal.histories().stream()
                .mapToInt(history -> history.requests(step -> true))
                .sum();
    }

    private static long answers(StepJournal journal) {
        return journal.outcomeCount()
                + journal.refusals().values().stream()
                        .mapToInt(AtomicInteger::get)
                        .sum();
    }
}
