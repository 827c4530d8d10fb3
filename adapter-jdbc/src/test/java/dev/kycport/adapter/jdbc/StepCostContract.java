package dev.kycport.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.adapter.fake.FakeProviderFactory;
import dev.kycport.app.KycService;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.SessionRequest;
import dev.kycport.domain.Flow;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.sample.MovableClock;
import dev.kycport.tck.sample.SampleValues;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * What a session of the direct flow costs the database: open, give consent, start, submit the right code, complete. Each half
 * of a step is one transaction: two for a step that asks a provider, one for any other.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class StepCostContract {

    private static final int COMMITS = 7;

    private final MovableClock clock = MovableClock.atSampleTime();
    private final Random random = new Random(7);

    abstract Stores stores();

    /** How many transactions that write the database has committed. */
    abstract int commits();

    @Test
    void five_steps_of_a_direct_session_are_seven_transactions() {
        runSession();
        int before = commits();

        runSession();

        assertThat(commits() - before).isEqualTo(COMMITS);
    }

    /** One session from its beginning to its end. */
    final void runSession() {
        KycService service = KycService.builder(stores(), new KycEnvironment(clock, this::random))
                .provider(FakeProviderFactory.provider(FakeConfig.defaults(), clock))
                .build();
        // The number is free again.
        clock.advance(Duration.ofMinutes(2));
        SessionRequest request = SessionRequest.parse(
                        Flow.DIRECT_OTP.code(), "customer-7", "opening an account", SampleValues.anyNotice())
                .get();
        SessionId id = service.open(request).get().session().id();
        service.giveConsent(id, ConsentMethod.CHECKBOX).get();
        service.startDirectOtp(id, "999941057058").get();
        service.submitCode(id, "123456").get();
        assertThat(service.complete(id).get().session().state()).isEqualTo(SessionState.COMPLETED);
    }

    private byte[] random(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
