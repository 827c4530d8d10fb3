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

/** Leaves a provider alone that has failed too often of late, and tries it again after a while. */
final class ProviderCircuitBreaker {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderCircuitBreaker.class);

    private static final Duration MIN_PAUSE = Duration.ofSeconds(1);

    private final CircuitBreaker breaker;
    private final Duration openFor;
    private final Duration callTimeout;
    private volatile long openedAt;
    private volatile long lastPermitAt;

    /**
     * A circuit that is closed.
     *
     * @param callTimeout how long a call that was admitted can take at most
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

    /** Leave to make a call now; nothing while the provider is left alone, or while enough calls are on trial. */
    Optional<CircuitPermit> tryAcquirePermit() {
        if (breaker.tryAcquirePermission()) {
            lastPermitAt = breaker.getCurrentTimestamp();
            return Optional.of(new CircuitPermit(breaker));
        }
        reopenIfTrialsAreOverdue();
        return Optional.empty();
    }

    /** How long nobody is let through for certain; while calls are on trial, a moment for them. */
    Duration remainingOpenTime() {
        Duration remaining = openFor.minusMillis(breaker.getCurrentTimestamp() - openedAt);
        return remaining.compareTo(MIN_PAUSE) > 0 ? remaining : MIN_PAUSE;
    }

    ProviderHealth.Circuit state() {
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

    // An adapter that never comes back must not leave the provider shut: a trial is over after its patience, and
    // failed.
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
