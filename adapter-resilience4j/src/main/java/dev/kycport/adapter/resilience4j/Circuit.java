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
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves a provider alone that has failed too often of late, and tries it again after a while. */
final class Circuit {

    private static final Logger LOG = LoggerFactory.getLogger(Circuit.class);

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final CircuitBreaker breaker;
    private final Duration openFor;
    private final Duration patience;
    private volatile long opened;
    private volatile long lastAdmitted;

    /**
     * A circuit that is closed.
     *
     * @param patience how long a call that was admitted can take at most
     */
    Circuit(ProviderId provider, CircuitRules rules, Duration patience, InstantSource time, KycMeter meter) {
        this.openFor = rules.openFor();
        this.patience = patience;
        breaker = CircuitBreaker.of(provider.value(), config(rules, time.withZone(ZoneOffset.UTC)));
        breaker.getEventPublisher()
                .onStateTransition(event ->
                        moved(provider, state(event.getStateTransition().getToState()), meter));
    }

    /** Leave to make a call now; nothing while the provider is left alone, or while enough calls are on trial. */
    Optional<Admission> admit() {
        if (breaker.tryAcquirePermission()) {
            lastAdmitted = breaker.getCurrentTimestamp();
            return Optional.of(new Admission(breaker));
        }
        giveUpLostTrials();
        return Optional.empty();
    }

    /** How long nobody is let through for certain; while calls are on trial, a moment for them. */
    Duration pause() {
        Duration left = openFor.minusMillis(breaker.getCurrentTimestamp() - opened);
        return left.compareTo(A_MOMENT) > 0 ? left : A_MOMENT;
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

    // An adapter that never comes back must not leave the provider shut: a trial is over after its patience, and
    // failed.
    private void giveUpLostTrials() {
        boolean overdue = breaker.getCurrentTimestamp() - lastAdmitted > patience.toMillis();
        if (overdue && breaker.getState() == CircuitBreaker.State.HALF_OPEN) {
            breaker.transitionToOpenState();
        }
    }

    private void moved(ProviderId provider, Health.Circuit state, KycMeter meter) {
        if (state == Health.Circuit.OPEN) {
            opened = breaker.getCurrentTimestamp();
        }
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
