package dev.kycport.adapter.fake;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VerdictCode;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** What stands between every caller and every answer: the latency, and the outcomes that calls were told to come to. */
final class Line {

    private final Duration latency;
    private final Script script;
    private final Pause pause;

    Line(FakeConfig config, Pause pause) {
        this.latency = config.latency();
        this.script = new Script(config.outcomes());
        this.pause = pause;
    }

    /** The scripted failure if there is one, else the answer, once the latency is over. */
    <V> Either<ProviderFailure, V> call(ProviderCall call, Supplier<Either<ProviderFailure, V>> answer) {
        if (!waited()) {
            return failed(Breakdown.TIMED_OUT);
        }
        return script.failure(call)
                .<Either<ProviderFailure, V>>map(Either::left)
                .orElseGet(answer);
    }

    /** The verdict that this call was told to come to. */
    Optional<VerdictCode> scripted(ProviderCall call) {
        return script.verdict(call);
    }

    static <V> Either<ProviderFailure, V> failed(Breakdown breakdown) {
        return Either.left(breakdown.failure());
    }

    private boolean waited() {
        if (latency.isZero()) {
            return true;
        }
        try {
            pause.take(latency);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
