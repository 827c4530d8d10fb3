package dev.kycport.adapter.resilience4j;

import dev.kycport.adapter.resilience4j.GuardConfig.CircuitRules;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.Health;
import dev.kycport.ports.KycMeter;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves a provider alone that has failed too often of late, and tries it again after a while. */
final class Circuit {

    private static final Logger LOG = LoggerFactory.getLogger(Circuit.class);

    private final CircuitBreaker breaker;

    Circuit(ProviderId provider, CircuitRules rules, InstantSource time, KycMeter meter) {
        breaker = CircuitBreaker.of(provider.value(), config(rules, time.withZone(ZoneOffset.UTC)));
        breaker.getEventPublisher()
                .onStateTransition(event ->
                        moved(provider, state(event.getStateTransition().getToState()), meter));
    }

    /** Whether a call may be made now; one that may is owed to {@link #watch} or {@link #release}. */
    boolean admits() {
        return breaker.tryAcquirePermission();
    }

    /** The call that was admitted is not made after all. */
    void release() {
        breaker.releasePermission();
    }

    /** Makes the call that was admitted, and remembers how it went. */
    <V> Either<ProviderFailure, V> watch(Supplier<Either<ProviderFailure, V>> call) {
        long began = breaker.getCurrentTimestamp();
        try {
            Either<ProviderFailure, V> answer = call.get();
            breaker.onResult(since(began), breaker.getTimestampUnit(), answer);
            return answer;
        } catch (RuntimeException bug) {
            breaker.onError(since(began), breaker.getTimestampUnit(), bug);
            throw bug;
        }
    }

    Health.Circuit state() {
        return state(breaker.getState());
    }

    /**
     * Whether an answer speaks against the provider. A verdict does not. Nor does {@code provider.refused}: it is the answer to
     * one request, and one person's odd input must not keep all others away. Refused credentials and a used-up quota do,
     * since they meet every call until an operator acts; and so does throttling, which asks to be left alone.
     */
    private static boolean isFailure(Object answer) {
        return answer instanceof Either<?, ?> either
                && either.isLeft()
                && !(either.getLeft() instanceof ProviderFailure.Refused);
    }

    private static CircuitBreakerConfig config(CircuitRules rules, Clock clock) {
        return CircuitBreakerConfig.custom()
                .failureRateThreshold(rules.failureRate())
                .slowCallRateThreshold(rules.slowRate())
                .slowCallDurationThreshold(rules.slowCall())
                .slidingWindowSize(rules.sample())
                .minimumNumberOfCalls(rules.leastCalls())
                .waitDurationInOpenState(rules.openFor())
                .permittedNumberOfCallsInHalfOpenState(rules.trialCalls())
                .recordResult(Circuit::isFailure)
                .clock(clock)
                .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                .build();
    }

    // A clock that was set back in between must not make a duration negative.
    private long since(long began) {
        return Math.max(0, breaker.getCurrentTimestamp() - began);
    }

    private static void moved(ProviderId provider, Health.Circuit state, KycMeter meter) {
        LOG.warn("the circuit of {} is {} now", provider, state.code());
        meter.moved(provider, state);
    }

    private static Health.Circuit state(CircuitBreaker.State state) {
        return switch (state) {
            case CLOSED, DISABLED, METRICS_ONLY -> Health.Circuit.CLOSED;
            case OPEN, FORCED_OPEN -> Health.Circuit.OPEN;
            case HALF_OPEN -> Health.Circuit.HALF_OPEN;
        };
    }
}
