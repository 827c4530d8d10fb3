package dev.kycport.adapter.resilience4j;

import dev.kycport.adapter.resilience4j.GuardConfig.CircuitRules;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.observe.KycMeter;
import dev.kycport.ports.observe.ProviderHealth;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Blocks calls to a provider that failed too often, and tries it again after a while. */
final class ProviderCircuitBreaker {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderCircuitBreaker.class);

    private static final Duration MIN_PAUSE = Duration.ofSeconds(1);

    private final CircuitBreaker breaker;
    private final Duration openFor;
    private final Duration callTimeout;
    private volatile long openedAt;
    private volatile long lastPermitAt;

    /**
     * Creates a closed circuit.
     *
     * @param callTimeout the longest duration of a permitted call
     */
    ProviderCircuitBreaker(
            ProviderId provider, CircuitRules rules, Duration callTimeout, InstantSource time, KycMeter meter) {
        this.openFor = rules.openFor();
        this.callTimeout = callTimeout;
        breaker = CircuitBreaker.of(provider.value(), createConfig(rules, time.withZone(ZoneOffset.UTC)));
        breaker.getEventPublisher()
                .onStateTransition(event -> recordTransition(
                        provider, state(event.getStateTransition().getToState()), meter));
    }

    /** A permit for one call; empty while the circuit is open, or half-open with enough trial calls running. */
    Optional<CircuitPermit> tryAcquirePermit() {
        if (breaker.tryAcquirePermission()) {
            lastPermitAt = breaker.getCurrentTimestamp();
            return Optional.of(new CircuitPermit(breaker));
        }
        reopenIfTrialsAreOverdue();
        return Optional.empty();
    }

    /** How long the circuit stays open; at least one second, for running trial calls. */
    Duration remainingOpenTime() {
        Duration remaining = openFor.minusMillis(breaker.getCurrentTimestamp() - openedAt);
        return remaining.compareTo(MIN_PAUSE) > 0 ? remaining : MIN_PAUSE;
    }

    ProviderHealth.Circuit state() {
        return state(breaker.getState());
    }

    /**
     * Whether an answer counts as a failure of the provider. A verdict does not. Nor does {@code provider.refused}:
     * it concerns one request, and the input of one person must not block all others. Rejected credentials and an
     * exhausted quota count, because they affect every call until an operator acts. Throttling counts, because it
     * asks for fewer calls.
     */
    private static boolean isFailure(Object answer) {
        return answer instanceof Either<?, ?> either
                && either.isLeft()
                && !(either.getLeft() instanceof ProviderFailure failure
                        && failure.kind() == ProviderFailure.Kind.REFUSED);
    }

    private static CircuitBreakerConfig createConfig(CircuitRules rules, Clock clock) {
        return CircuitBreakerConfig.custom()
                .failureRateThreshold(rules.failureRate())
                .slowCallRateThreshold(rules.slowRate())
                .slowCallDurationThreshold(rules.slowCall())
                .slidingWindowSize(rules.sample())
                .minimumNumberOfCalls(rules.leastCalls())
                .waitDurationInOpenState(rules.openFor())
                .permittedNumberOfCallsInHalfOpenState(rules.trialCalls())
                .recordResult(ProviderCircuitBreaker::isFailure)
                .clock(clock)
                .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                .build();
    }

    // A trial call that never returns must not keep the circuit half-open: after its timeout it counts as failed.
    private void reopenIfTrialsAreOverdue() {
        boolean overdue = breaker.getCurrentTimestamp() - lastPermitAt > callTimeout.toMillis();
        if (overdue && breaker.getState() == CircuitBreaker.State.HALF_OPEN) {
            breaker.transitionToOpenState();
        }
    }

    private void recordTransition(ProviderId provider, ProviderHealth.Circuit state, KycMeter meter) {
        if (state == ProviderHealth.Circuit.OPEN) {
            openedAt = breaker.getCurrentTimestamp();
        }
        LOG.warn("the circuit of {} is {} now", provider, state.code());
        meter.recordCircuitChange(provider, state);
    }

    private static ProviderHealth.Circuit state(CircuitBreaker.State state) {
        return switch (state) {
            case CLOSED, DISABLED, METRICS_ONLY -> ProviderHealth.Circuit.CLOSED;
            case OPEN, FORCED_OPEN -> ProviderHealth.Circuit.OPEN;
            case HALF_OPEN -> ProviderHealth.Circuit.HALF_OPEN;
        };
    }
}
