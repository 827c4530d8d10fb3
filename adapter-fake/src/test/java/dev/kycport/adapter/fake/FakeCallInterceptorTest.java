package dev.kycport.adapter.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.ProviderFailure;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FakeCallInterceptorTest {

    private static final Duration LATENCY = Duration.ofMillis(300);
    private static final FakeConfig SLOW = FakeConfig.defaults().withLatency(LATENCY);

    private final List<Duration> pauses = new ArrayList<>();

    @AfterEach
    void leave_no_interrupt_behind() {
        Thread.interrupted();
    }

    @Test
    void every_call_takes_the_latency() {
        assertThat(called(new FakeCallInterceptor(SLOW, pauses::add)).get()).isEqualTo("answer");

        assertThat(pauses).containsExactly(LATENCY);
    }

    @Test
    void a_scripted_failure_takes_it_too() {
        FakeConfig down = SLOW.withOutcome(ProviderCall.CONNECT, "source.down");

        assertThat(called(new FakeCallInterceptor(down, pauses::add)).isLeft()).isTrue();

        assertThat(pauses).containsExactly(LATENCY);
    }

    @Test
    void no_latency_is_no_pause() {
        called(new FakeCallInterceptor(FakeConfig.defaults(), pauses::add));

        assertThat(pauses).isEmpty();
    }

    @Test
    void an_interrupted_call_times_out_and_leaves_the_thread_interrupted() {
        Thread.currentThread().interrupt();

        Either<ProviderFailure, String> outcome = called(new FakeCallInterceptor(SLOW, Sleeper.SLEEPING));

        assertThat(outcome.getLeft().kind()).isEqualTo(ProviderFailure.Kind.TIMED_OUT);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void the_provider_is_given_longer_than_its_latency() {
        assertThat(FakeFixtures.provider(SLOW).callTimeout()).isEqualTo(Duration.ofMillis(5300));
    }

    private static Either<ProviderFailure, String> called(FakeCallInterceptor fakeCallInterceptor) {
        return fakeCallInterceptor.call(ProviderCall.CONNECT, () -> Either.right("answer"));
    }
}
