package dev.kycport.adapter.fake;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VerdictCode;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs in front of every answer: adds the latency, and replaces the outcomes that are configured. */
final class FakeCallInterceptor {

    private final Duration latency;
    private final ScriptedOutcomes scriptedOutcomes;
    private final Sleeper sleeper;

    FakeCallInterceptor(FakeConfig config, Sleeper sleeper) {
        this.latency = config.latency();
        this.scriptedOutcomes = new ScriptedOutcomes(config.outcomes());
        this.sleeper = sleeper;
    }

    /** The scripted failure if there is one, else the answer, once the latency is over. */
    <V> Either<ProviderFailure, V> call(ProviderCall call, Supplier<Either<ProviderFailure, V>> answer) {
        if (!waited()) {
            return failure(SimulatedFailure.TIMED_OUT);
        }
        return scriptedOutcomes
                .failure(call)
                .<Either<ProviderFailure, V>>map(Either::left)
                .orElseGet(answer);
    }

    /** The verdict configured for this call. */
    Optional<VerdictCode> scripted(ProviderCall call) {
        return scriptedOutcomes.verdict(call);
    }

    static <V> Either<ProviderFailure, V> failure(SimulatedFailure simulatedFailure) {
        return Either.left(simulatedFailure.failure());
    }

    private boolean waited() {
        if (latency.isZero()) {
            return true;
        }
        try {
            sleeper.sleep(latency);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
