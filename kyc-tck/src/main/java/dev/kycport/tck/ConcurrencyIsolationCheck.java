package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.DocumentsVerdict;
import dev.kycport.tck.concurrency.Race;
import dev.kycport.tck.http.ProviderTraffic;
import dev.kycport.tck.recording.ConcurrentCaller;
import dev.kycport.tck.recording.FlowCalls;
import dev.kycport.tck.recording.RecordedProvider;
import dev.kycport.tck.secrecy.Canary;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Several callers ask one gateway at the same time, round after round, and none may be taken for another. A call that is lost on
 * a busy machine proves nothing, so no correct gateway goes red.
 */
final class ConcurrencyIsolationCheck {

    private static final int ROUNDS = 100;
    private static final int RECORDED_ROUNDS = 25;
    private static final int COUNTED_ROUNDS = 20;
    private static final String ADVICE =
            ". Check every field of gateway and client for what belongs to one call: its request, reference, code, answer";

    private final ProviderCall call;
    private final List<ConcurrentCaller> callers;

    ConcurrencyIsolationCheck(ProviderCall call, Canary canary) {
        this.call = call;
        this.callers = ConcurrentCaller.all(canary);
    }

    /** Each caller asks with its own secrets; the provider compares its requests. */
    void checkRequests(ProviderTraffic providerTraffic, Function<ConcurrentCaller, Either<ProviderFailure, ?>> ask) {
        if (providerTraffic instanceof RecordedProvider provider) {
            checkRecorded(provider, ask);
        } else {
            checkCounts(providerTraffic, ask);
        }
    }

    /** Each caller begins and ends its own sessions. */
    void checkSessions(Supplier<ProviderReference> begin, Function<ProviderReference, Either<ProviderFailure, ?>> end) {
        List<ProviderReference> references = callTogether(ROUNDS, caller -> {
                    ProviderReference reference = begin.get();
                    assertThat(end.apply(reference).getOrNull())
                            .as("%s of a session among many at once%s", call.code(), ADVICE)
                            .isInstanceOfAny(CodeVerdict.RightCode.class, DocumentsVerdict.DocumentsFetched.class);
                    return reference;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
        assertThat(references).as("references of many at once" + ADVICE).doesNotHaveDuplicates();
    }

    // The provider answers every other caller with garbage.
    private void checkRecorded(RecordedProvider provider, Function<ConcurrentCaller, Either<ProviderFailure, ?>> ask) {
        provider.expectCallers(callers);
        List<List<Either<ProviderFailure, ?>>> answers = callTogether(RECORDED_ROUNDS, ask);
        assertThat(provider.servedTogether())
                .as(
                        "%d calls of %s are under way at the same time. Check for a lock around calls and for a pool that has fewer connections",
                        callers.size(), call.code())
                .isTrue();
        assertThat(provider.mismatches())
                .as("requests of %s by many at once that belong to no caller%s", call.code(), ADVICE)
                .isEmpty();
        for (int at = 0; at < callers.size(); at++) {
            ConcurrentCaller caller = callers.get(at);
            assertThat(provider.requestsOf(caller))
                    .as("requests of one person, who asked for %s among many at once%s", call.code(), ADVICE)
                    .isLessThanOrEqualTo(answers.get(at).size());
            assertThat(answers.get(at))
                    .as("answers to %s among many at once%s", call.code(), ADVICE)
                    .noneMatch(answer -> belongsToAnother(caller, answer));
        }
    }

    private void checkCounts(
            ProviderTraffic providerTraffic, Function<ConcurrentCaller, Either<ProviderFailure, ?>> ask) {
        int before = providerTraffic.requestCount();
        int callCount =
                callTogether(COUNTED_ROUNDS, ask).stream().mapToInt(List::size).sum();
        if (FlowCalls.hasEffect(call)) {
            assertThat(providerTraffic.requestCount() - before)
                    .as("requests of %s by many at once%s", call.code(), ADVICE)
                    .isEqualTo(callCount);
        }
    }

    // All start together in each round, so that threads meet where they must not.
    private <T> List<List<T>> callTogether(int rounds, Function<ConcurrentCaller, T> ask) {
        Phaser start = new Phaser(callers.size());
        return Race.run(callers.size(), at -> {
            List<T> answers = new ArrayList<>();
            try {
                for (int round = 0; round < rounds; round++) {
                    start.arriveAndAwaitAdvance();
                    answers.add(ask.apply(callers.get(at)));
                }
            } finally {
                start.arriveAndDeregister();
            }
            return answers;
        });
    }

    private static boolean belongsToAnother(ConcurrentCaller caller, Either<ProviderFailure, ?> answer) {
        boolean garbage = answer.isLeft() && answer.getLeft().kind() == ProviderFailure.Kind.UNINTELLIGIBLE;
        return caller.receivesGarbage() ? answer.isRight() : garbage;
    }
}
