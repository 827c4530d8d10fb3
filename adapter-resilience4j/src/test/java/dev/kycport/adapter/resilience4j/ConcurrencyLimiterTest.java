package dev.kycport.adapter.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.ports.observe.ProviderHealth;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConcurrencyLimiterTest {

    private final GuardHarness at =
            new GuardHarness(GuardConfig.defaults().withConcurrentCalls(1).withMaxWait(Duration.ZERO));
    private final List<Either<ProviderFailure, ?>> inner = new ArrayList<>();
    private final List<ProviderHealth> meanwhile = new ArrayList<>();

    @Test
    void a_call_that_finds_no_place_is_refused_and_does_not_reach_the_provider() {
        duringTheFirst(() -> inner.add(at.call(ProviderCall.VERIFY_CODE)));

        at.send(1);

        assertThat(inner)
                .containsExactly(
                        Either.left(ProviderFailure.throttled(VendorTrace.of(at.provider.id()), Optional.empty())));
        assertThat(at.provider.calls()).containsExactly(ProviderCall.SEND_CODE);
    }

    @Test
    void a_place_is_free_again_when_its_call_is_over() {
        at.send(1);

        assertThat(at.send(3)).allMatch(Either::isRight);
    }

    @Test
    void health_tells_how_many_places_are_left() {
        duringTheFirst(() -> meanwhile.add(at.guarded.health()));

        at.send(1);

        assertThat(meanwhile.get(0).limits()).containsExactly(new ProviderHealth.Limit("concurrent-calls", 1, 0));
        assertThat(at.guarded.health().limits()).containsExactly(new ProviderHealth.Limit("concurrent-calls", 1, 1));
    }

    private void duringTheFirst(Runnable other) {
        at.provider.setFaults(call -> {
            if (at.callsReceived() == 1 && inner.isEmpty() && meanwhile.isEmpty()) {
                other.run();
            }
            return FaultyProvider.Fault.NONE;
        });
    }
}
