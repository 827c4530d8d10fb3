package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.domain.Flow;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.otp.OtpPolicy;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.Policies;
import dev.kycport.ports.store.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P6")
class P6ProviderAffinityTest {

    private final Harness harness = Harness.create();
    private final RecordingProvider other = harness.provider("other", FakeConfig.defaults());

    @ParameterizedTest
    @EnumSource(
            value = SessionStage.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OPENED"})
    void a_session_stays_with_its_provider_after_the_route_changed(SessionStage sessionStage) {
        SessionId id = sessionStage.reach(harness);
        Harness swapped = harness.withService(withSwappedRoute());

        KycSession end = SimulatedPerson.finish(swapped, id, TestInputs.RIGHT);

        assertThat(StepAssertions.describeState(end)).isEqualTo("verified");
        assertThat(end.header().provider()).isEqualTo(harness.provider.id());
        assertThat(other.calls()).isEmpty();
    }

    @Test
    void a_new_session_goes_to_the_new_provider() {
        harness.codeSent();
        Harness swapped = harness.withService(withSwappedRoute());

        SessionId fresh = swapped.codeSent();

        assertThat(swapped.find(fresh).header().provider()).isEqualTo(other.id());
        assertThat(other.codes()).hasSize(1);
        assertThat(harness.provider.codes()).hasSize(1);
    }

    @Test
    void two_services_serve_the_same_session_in_turn() {
        Harness swapped = harness.withService(withSwappedRoute());
        SessionId id = harness.codeSent();

        swapped.submit(id, TestInputs.WRONG);
        harness.submit(id, TestInputs.WRONG);

        assertThat(StepAssertions.describe(swapped.submit(id, TestInputs.WRONG)))
                .isEqualTo("ended locked otp.locked");
    }

    @Test
    void a_session_of_a_removed_provider_is_rejected_and_can_be_cancelled() {
        SessionId id = harness.codeSent();
        KycService without = harness.builderOn(harness.stores).provider(other).build();

        assertThat(StepAssertions.describeState(without.findSession(id).get())).isEqualTo("awaiting-otp");
        assertThat(StepAssertions.describe(without.submitCode(id, TestInputs.code(TestInputs.RIGHT))))
                .isEqualTo("refused flow.unsupported");
        assertThat(StepAssertions.describeState(harness.find(id))).isEqualTo("awaiting-otp");

        assertThat(StepAssertions.describe(without.cancel(id))).isEqualTo("ended cancelled");
        assertThat(other.calls()).isEmpty();
    }

    @Test
    void a_lost_call_of_a_removed_provider_is_reconciled() {
        SessionId id = harness.consented(Flow.DIRECT_OTP);
        FailingStore failingStore = FailingStore.failingAt(3, FailingStore.CrashPoint.BEFORE, harness.stores);
        KycService dying = harness.builderOn(failingStore.asStores())
                .provider(harness.provider)
                .build();
        try {
            dying.startDirectOtp(id, TestInputs.number(TestInputs.SENT));
        } catch (StoreUnavailableException expected) {
            assertThat(failingStore.hasFailed()).isTrue();
        }
        KycService without = harness.builderOn(harness.stores).provider(other).build();

        harness.pass(Duration.ofMinutes(2));

        assertThat(StepAssertions.describe(without.resend(id, TestInputs.number(TestInputs.SENT))))
                .isEqualTo("refused otp.in-doubt");
    }

    @Test
    void the_rules_of_a_provider_can_be_overridden() {
        Policies strict = new Policies(
                Policies.DEFAULT.session(),
                Policies.DEFAULT.captcha(),
                new OtpPolicy(Duration.ofMinutes(1), 1, 0, Duration.ofSeconds(30)),
                Policies.DEFAULT.authorization());
        Harness strictly = harness.withService(harness.builderOn(harness.stores)
                .provider(harness.provider)
                .policies(harness.provider.id(), strict)
                .build());

        assertThat(StepAssertions.describe(strictly.submit(strictly.codeSent(), TestInputs.WRONG)))
                .isEqualTo("ended locked otp.locked");
    }

    private KycService withSwappedRoute() {
        KycServiceBuilder builder = harness.builderOn(harness.stores)
                .registerProvider(harness.provider)
                .registerProvider(other);
        for (Flow flow : Flow.values()) {
            builder.route(flow, List.of(other.id()));
        }
        return builder.build();
    }
}
