package dev.kycport.domain.failure;

import dev.kycport.domain.ProviderId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The provider could not be asked, or what it answered could not be understood. Two questions decide what follows:
 * {@link #provesNothingSent()} gives an attempt back and lets a route move on; {@link #mayHaveBeenDelivered()} puts a code
 * in doubt.
 */
public sealed interface ProviderFailure extends KycFailure {

    /** What to quote to the provider. */
    VendorTrace trace();

    /** Providers of the route that were not asked only because the consent does not name them; usually none. */
    default List<ProviderId> uncoveredProviders() {
        return List.of();
    }

    /** Whether the person cannot have been affected: no code sent, no attempt counted at the source. */
    default boolean provesNothingSent() {
        return false;
    }

    /** Whether the call may have had its effect although its answer is lost or unreadable. */
    default boolean mayHaveBeenDelivered() {
        return false;
    }

    /** The same failure with the advice that the session's new state gives. */
    default ProviderFailure withRetryAdvice(RetryAdvice advice) {
        return advice.equals(retryAdvice()) ? this : new Advised(this, advice);
    }

    @Override
    default ResponsibleParty responsibleParty() {
        return ResponsibleParty.PROVIDER;
    }

    @Override
    default RetryAdvice retryAdvice() {
        return RetryAdvice.NOW;
    }

    /**
     * No connection came about (DNS, refused, TLS) or our own guard held the call back: nothing was sent.
     *
     * @param retryAfter when the guard lets calls through again; empty where the provider itself was tried
     */
    record Unreachable(VendorTrace trace, Optional<Duration> retryAfter) implements ProviderFailure {

        /** The provider was tried. */
        public Unreachable(VendorTrace trace) {
            this(trace, Optional.empty());
        }

        @Override
        public String code() {
            return "provider.unreachable";
        }

        @Override
        public RetryAdvice retryAdvice() {
            return retryAfter.map(RetryAdvice::after).orElse(RetryAdvice.NOW);
        }

        @Override
        public boolean provesNothingSent() {
            return true;
        }

        @Override
        public String summary() {
            return trace.provider() + " could not be reached";
        }
    }

    /** The request went out and no whole answer came back in time. */
    record TimedOut(VendorTrace trace) implements ProviderFailure {
        @Override
        public String code() {
            return "provider.timed-out";
        }

        @Override
        public boolean mayHaveBeenDelivered() {
            return true;
        }

        @Override
        public String summary() {
            return trace.provider() + " did not answer; the request may have been delivered";
        }
    }

    /**
     * Too many calls, by the provider's count or ours.
     *
     * @param retryAfter when to come back, if told
     */
    record Throttled(VendorTrace trace, Optional<Duration> retryAfter) implements ProviderFailure {

        /** Vendors that tell nothing advise to wait one second first (Deepvue's guide to rate limits). */
        private static final Duration DEFAULT_DELAY = Duration.ofSeconds(1);

        @Override
        public String code() {
            return "provider.throttled";
        }

        @Override
        public boolean provesNothingSent() {
            return true;
        }

        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.after(retryAfter.orElse(DEFAULT_DELAY));
        }

        @Override
        public String summary() {
            return trace.provider() + " takes no more calls for now";
        }
    }

    /** The provider does not accept our credentials or their entitlement: the operator must act. */
    record Credentials(VendorTrace trace) implements ProviderFailure {
        @Override
        public String code() {
            return "provider.credentials";
        }

        @Override
        public boolean provesNothingSent() {
            return true;
        }

        @Override
        public ResponsibleParty responsibleParty() {
            return ResponsibleParty.HOST;
        }

        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.NEVER;
        }

        @Override
        public String summary() {
            return trace.provider() + " does not accept the configured credentials";
        }
    }

    /** The balance or quota with the provider is used up: the operator must act. */
    record Quota(VendorTrace trace) implements ProviderFailure {
        @Override
        public String code() {
            return "provider.quota";
        }

        @Override
        public boolean provesNothingSent() {
            return true;
        }

        @Override
        public ResponsibleParty responsibleParty() {
            return ResponsibleParty.HOST;
        }

        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.NEVER;
        }

        @Override
        public String summary() {
            return "the quota with " + trace.provider() + " is used up";
        }
    }

    /** The provider calls our request invalid. It did not act on it, but that is its word, not a proof. */
    record Refused(VendorTrace trace) implements ProviderFailure {
        @Override
        public String code() {
            return "provider.refused";
        }

        @Override
        public ResponsibleParty responsibleParty() {
            return ResponsibleParty.HOST;
        }

        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.NEVER;
        }

        @Override
        public String summary() {
            return trace.provider() + " calls the request invalid";
        }
    }

    /**
     * An answer came and says nothing we know: unknown means unknown, whatever its HTTP status.
     *
     * @param reason what is wrong with it
     */
    record Unintelligible(VendorTrace trace, UnintelligibleReason reason) implements ProviderFailure {
        @Override
        public String code() {
            return "provider.unintelligible";
        }

        @Override
        public boolean mayHaveBeenDelivered() {
            return true;
        }

        @Override
        public String summary() {
            return trace.provider() + " gave an answer that " + reason.description();
        }
    }

    /** UIDAI or DigiLocker behind the provider is down; the provider says so, so nothing was sent. */
    record SourceDown(VendorTrace trace) implements ProviderFailure {
        @Override
        public String code() {
            return "source.down";
        }

        @Override
        public boolean provesNothingSent() {
            return true;
        }

        @Override
        public ResponsibleParty responsibleParty() {
            return ResponsibleParty.SOURCE;
        }

        @Override
        public String summary() {
            return "the source behind " + trace.provider() + " is down";
        }
    }

    /** UIDAI or DigiLocker did not answer the provider in time; the request may have been delivered. */
    record SourceTimedOut(VendorTrace trace) implements ProviderFailure {
        @Override
        public String code() {
            return "source.timed-out";
        }

        @Override
        public boolean mayHaveBeenDelivered() {
            return true;
        }

        @Override
        public ResponsibleParty responsibleParty() {
            return ResponsibleParty.SOURCE;
        }

        @Override
        public String summary() {
            return "the source behind " + trace.provider() + " did not answer; the request may have been delivered";
        }
    }

    /** Another failure in all it says, but for what the application knows besides. */
    sealed interface Annotated extends ProviderFailure {

        /** What happened. */
        ProviderFailure failure();

        @Override
        default VendorTrace trace() {
            return failure().trace();
        }

        @Override
        default List<ProviderId> uncoveredProviders() {
            return failure().uncoveredProviders();
        }

        @Override
        default String code() {
            return failure().code();
        }

        @Override
        default ResponsibleParty responsibleParty() {
            return failure().responsibleParty();
        }

        @Override
        default RetryAdvice retryAdvice() {
            return failure().retryAdvice();
        }

        @Override
        default boolean provesNothingSent() {
            return failure().provesNothingSent();
        }

        @Override
        default boolean mayHaveBeenDelivered() {
            return failure().mayHaveBeenDelivered();
        }

        @Override
        default String summary() {
            return failure().summary();
        }
    }

    /**
     * That failure where the session's state, or another provider, gives a better advice than the failure by itself.
     *
     * @param retryAdvice what helps now
     */
    record Advised(ProviderFailure failure, RetryAdvice retryAdvice) implements Annotated {}

    /**
     * The failure of the last provider that the consent covers, while the route goes on to others: it names who remains
     * besides.
     *
     * @param uncoveredProviders who could be asked in a session whose consent names them, in the order of the route
     */
    record Confined(ProviderFailure failure, List<ProviderId> uncoveredProviders) implements Annotated {

        public Confined {
            uncoveredProviders = List.copyOf(uncoveredProviders);
        }

        @Override
        public String summary() {
            String others = uncoveredProviders.stream().map(ProviderId::value).collect(Collectors.joining(", "));
            return failure.summary() + "; the consent does not name " + others + ", left in the route";
        }
    }
}
