package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.CodeVerdict;
import dev.kycport.ports.CollectionVerdict;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Everybody asks one gateway at once, over and over, and nobody may be taken for somebody else. What is lost on a busy
 * machine proves nothing, so no correct gateway goes red.
 */
final class Throng {

    private static final int TIMES = 200;
    private static final int TO_COUNT = 20;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(3);
    private static final String ADVICE =
            ". Check every field of gateway and line for what belongs to one call: its request, reference, code, answer";

    private final ProviderCall call;
    private final List<Asker> askers;

    Throng(ProviderCall call, Canary usual) {
        this.call = call;
        this.askers = Asker.all(usual);
    }

    /** Each asks as himself, and the wire looks on. */
    void before(Wire wire, Function<Asker, Either<ProviderFailure, ?>> ask) {
        if (wire instanceof RecordedProvider provider) {
            recorded(provider, ask);
        } else {
            counted(wire, ask);
        }
    }

    /** Each begins sessions of his own and ends them; where there is no wire, that is all that can be seen. */
    void through(Supplier<ProviderReference> begin, Function<ProviderReference, Either<ProviderFailure, ?>> end) {
        List<ProviderReference> references = asking(TIMES, asker -> {
                    ProviderReference reference = begin.get();
                    assertThat(end.apply(reference).getOrNull())
                            .as("%s of a session among many at once%s", call.code(), ADVICE)
                            .isInstanceOfAny(CodeVerdict.RightCode.class, CollectionVerdict.Collected.class);
                    return reference;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
        assertThat(references).as("references of many at once" + ADVICE).doesNotHaveDuplicates();
    }

    // The provider answers every other one with garbage.
    private void recorded(RecordedProvider provider, Function<Asker, Either<ProviderFailure, ?>> ask) {
        provider.admit(askers);
        List<List<Either<ProviderFailure, ?>>> heard = asking(TIMES, ask);
        assertThat(provider.mismatches())
                .as("requests of %s by many at once that are nobody's%s", call.code(), ADVICE)
                .isEmpty();
        for (int at = 0; at < askers.size(); at++) {
            Asker asker = askers.get(at);
            assertThat(provider.requestsOf(asker))
                    .as("requests of one person, who asked for %s among many at once%s", call.code(), ADVICE)
                    .isLessThanOrEqualTo(heard.get(at).size());
            assertThat(heard.get(at))
                    .as("answers to %s among many at once%s", call.code(), ADVICE)
                    .noneMatch(answer -> isAnothers(asker, answer));
        }
    }

    private void counted(Wire wire, Function<Asker, Either<ProviderFailure, ?>> ask) {
        int before = wire.requests();
        int asked = asking(TO_COUNT, ask).stream().mapToInt(List::size).sum();
        if (Calls.haveEffect(call)) {
            assertThat(wire.requests() - before)
                    .as("requests of %s by many at once%s", call.code(), ADVICE)
                    .isEqualTo(asked);
        }
    }

    // All set off together again and again: then threads most likely meet where they must not.
    private <T> List<List<T>> asking(int times, Function<Asker, T> ask) {
        Phaser line = new Phaser(askers.size());
        return Race.of(askers.size(), at -> {
            long start = System.nanoTime();
            List<T> heard = new ArrayList<>();
            try {
                while (heard.size() < times && System.nanoTime() - start < LONG_ENOUGH.toNanos()) {
                    line.arriveAndAwaitAdvance();
                    heard.add(ask.apply(askers.get(at)));
                }
            } finally {
                line.arriveAndDeregister();
            }
            return heard;
        });
    }

    private static boolean isAnothers(Asker asker, Either<ProviderFailure, ?> answer) {
        boolean garbage = answer.isLeft() && answer.getLeft() instanceof ProviderFailure.Unintelligible;
        return asker.hearsGarbage() ? answer.isRight() : garbage;
    }
}
