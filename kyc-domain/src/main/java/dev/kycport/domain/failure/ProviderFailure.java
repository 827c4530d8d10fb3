package dev.kycport.domain.failure;

import static dev.kycport.domain.failure.ProviderFailure.Delivery.NOT_DELIVERED;
import static dev.kycport.domain.failure.ProviderFailure.Delivery.NOT_PROVEN;
import static dev.kycport.domain.failure.ProviderFailure.Delivery.POSSIBLY_DELIVERED;

import dev.kycport.domain.ProviderId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A provider could not be called, or its answer could not be understood. Adapters create one with the factory method of its
 * kind, such as {@link #timedOut}. Two questions decide what happens next: {@link #provesNothingSent()} gives an attempt back and
 * lets a route fail over to the next provider; {@link #mayHaveBeenDelivered()} puts a code in doubt.
 *
 * @param kind what happened
 * @param trace what to quote to the provider
 * @param retryAfter when the provider, or our own guard, accepts calls again, if known; replaces the advice of the kind
 * @param reason what is wrong with the answer; present exactly for {@link Kind#UNINTELLIGIBLE}
 * @param isUnproven whether a proxy, load balancer or firewall between us and the provider may have reported the failure, so that
 *     the request may have been delivered
 * @param sessionAdvice the retry advice that the session's new state, or another provider, gives; replaces that of the kind
 * @param uncoveredProviders the providers left in the route that were not asked only because the consent does not name them, in
 *     the order of the route; empty unless failover stopped for that reason
 */
public record ProviderFailure(
        Kind kind,
        VendorTrace trace,
        Optional<Duration> retryAfter,
        Optional<UnintelligibleReason> reason,
        boolean isUnproven,
        Optional<RetryAdvice> sessionAdvice,
        List<ProviderId> uncoveredProviders)
        implements KycFailure {

    public ProviderFailure {
        if (reason.isPresent() != (kind == Kind.UNINTELLIGIBLE)) {
            throw new IllegalArgumentException("an unintelligible answer has a reason, and no other failure has one");
        }
        if (retryAfter.isPresent() && kind.retryAdvice.equals(RetryAdvice.NEVER)) {
            throw new IllegalArgumentException("a call that can never succeed has no time to retry after");
        }
        uncoveredProviders = List.copyOf(uncoveredProviders);
    }

    /** The provider was called, and no connection was established. */
    public static ProviderFailure unreachable(VendorTrace trace) {
        return of(Kind.UNREACHABLE, trace);
    }

    /**
     * Our own guard did not let the call through.
     *
     * @param retryAfter when it lets calls through again; empty if the provider itself was called
     */
    public static ProviderFailure unreachable(VendorTrace trace, Optional<Duration> retryAfter) {
        return of(Kind.UNREACHABLE, trace, retryAfter, Optional.empty());
    }

    public static ProviderFailure timedOut(VendorTrace trace) {
        return of(Kind.TIMED_OUT, trace);
    }

    /** The {@code retryAfter} is empty if neither the provider nor our limiter said when to retry. */
    public static ProviderFailure throttled(VendorTrace trace, Optional<Duration> retryAfter) {
        return of(Kind.THROTTLED, trace, retryAfter, Optional.empty());
    }

    public static ProviderFailure credentials(VendorTrace trace) {
        return of(Kind.CREDENTIALS, trace);
    }

    public static ProviderFailure blocked(VendorTrace trace) {
        return of(Kind.BLOCKED, trace);
    }

    public static ProviderFailure quota(VendorTrace trace) {
        return of(Kind.QUOTA, trace);
    }

    public static ProviderFailure refused(VendorTrace trace) {
        return of(Kind.REFUSED, trace);
    }

    public static ProviderFailure unintelligible(VendorTrace trace, UnintelligibleReason reason) {
        return of(Kind.UNINTELLIGIBLE, trace, Optional.empty(), Optional.of(reason));
    }

    public static ProviderFailure sourceDown(VendorTrace trace) {
        return of(Kind.SOURCE_DOWN, trace);
    }

    public static ProviderFailure sourceTimedOut(VendorTrace trace) {
        return of(Kind.SOURCE_TIMED_OUT, trace);
    }

    private static ProviderFailure of(Kind kind, VendorTrace trace) {
        return of(kind, trace, Optional.empty(), Optional.empty());
    }

    private static ProviderFailure of(
            Kind kind, VendorTrace trace, Optional<Duration> retryAfter, Optional<UnintelligibleReason> reason) {
        return new ProviderFailure(kind, trace, retryAfter, reason, false, Optional.empty(), List.of());
    }

    /** The same failure without the provider's own word: the request may have been delivered. */
    public ProviderFailure withoutProof() {
        return new ProviderFailure(kind, trace, retryAfter, reason, true, sessionAdvice, uncoveredProviders);
    }

    /**
     * The failure of a step whose adapter failed in a call of its own, such as one for an access token, before it sent anything
     * about the person. Whatever this failure left open, it proves that nothing was sent: a kind that cannot prove that becomes
     * {@link Kind#UNREACHABLE}.
     */
    public ProviderFailure asNothingSent() {
        return kind.delivery == NOT_DELIVERED
                ? new ProviderFailure(kind, trace, retryAfter, reason, false, sessionAdvice, uncoveredProviders)
                : unreachable(trace, retryAfter);
    }

    /** The same failure with the delay that a reply asks for; ignored if retrying can never succeed. */
    public ProviderFailure withRetryAfter(Duration delay) {
        return kind.retryAdvice.equals(RetryAdvice.NEVER)
                ? this
                : new ProviderFailure(
                        kind, trace, Optional.of(delay), reason, isUnproven, sessionAdvice, uncoveredProviders);
    }

    /** The same failure with the advice that the session's new state, or another provider, gives. */
    public ProviderFailure withRetryAdvice(RetryAdvice advice) {
        return advice.equals(retryAdvice())
                ? this
                : new ProviderFailure(
                        kind, trace, retryAfter, reason, isUnproven, Optional.of(advice), uncoveredProviders);
    }

    /** The same failure, naming the providers that a session with a wider consent could still call. */
    public ProviderFailure withUncoveredProviders(List<ProviderId> providers) {
        return new ProviderFailure(kind, trace, retryAfter, reason, isUnproven, sessionAdvice, providers);
    }

    /** Whether the person cannot have been affected: no code was sent, no attempt counted at the source. */
    public boolean provesNothingSent() {
        return kind.delivery == NOT_DELIVERED && !isUnproven;
    }

    /** Whether the call may have had its effect although its answer is lost or unreadable. */
    public boolean mayHaveBeenDelivered() {
        return kind.delivery == POSSIBLY_DELIVERED || isUnproven;
    }

    @Override
    public String code() {
        return kind.code;
    }

    @Override
    public ResponsibleParty responsibleParty() {
        return kind.responsibleParty;
    }

    @Override
    public RetryAdvice retryAdvice() {
        return sessionAdvice.or(() -> retryAfter.map(RetryAdvice::after)).orElse(kind.retryAdvice);
    }

    @Override
    public String summary() {
        String others = uncoveredProviders.stream().map(ProviderId::value).collect(Collectors.joining(", "));
        return kind.summary.formatted(trace.provider())
                + reason.map(UnintelligibleReason::description).orElse("")
                + (others.isEmpty() ? "" : "; the consent does not name " + others + ", left in the route");
    }

    /** Whether the request reached the provider, as far as the failure proves it. */
    enum Delivery {
        NOT_DELIVERED,
        POSSIBLY_DELIVERED,
        /** The provider says that it did not act on the request, which is no proof. */
        NOT_PROVEN
    }

    /** The ways in which a call to a provider fails. */
    public enum Kind {
        /** No connection was established (DNS, refused, TLS), or our own guard held the call back: nothing was sent. */
        UNREACHABLE(
                "provider.unreachable",
                ResponsibleParty.PROVIDER,
                RetryAdvice.NOW,
                NOT_DELIVERED,
                "%s could not be reached"),
        /** The request was sent and no complete answer arrived in time. */
        TIMED_OUT(
                "provider.timed-out",
                ResponsibleParty.PROVIDER,
                RetryAdvice.NOW,
                POSSIBLY_DELIVERED,
                "%s did not answer; the request may have been delivered"),
        /** Too many calls, by the provider's count or ours. One second is Deepvue's advice in its guide to rate limits. */
        THROTTLED(
                "provider.throttled",
                ResponsibleParty.PROVIDER,
                RetryAdvice.after(Duration.ofSeconds(1)),
                NOT_DELIVERED,
                "%s takes no more calls for now"),
        /** The provider does not accept our credentials, or they do not cover the call: the operator must act. */
        CREDENTIALS(
                "provider.credentials",
                ResponsibleParty.HOST,
                RetryAdvice.NEVER,
                NOT_DELIVERED,
                "%s does not accept the configured credentials"),
        /** A firewall or proxy in front of the provider rejected the request: the operator must have our address allowed. */
        BLOCKED(
                "provider.blocked",
                ResponsibleParty.HOST,
                RetryAdvice.NEVER,
                POSSIBLY_DELIVERED,
                "a firewall or proxy in front of %s rejected the request"),
        /** The balance or quota with the provider is used up: the operator must act. */
        QUOTA(
                "provider.quota",
                ResponsibleParty.HOST,
                RetryAdvice.NEVER,
                NOT_DELIVERED,
                "the quota with %s is used up"),
        /** The provider calls our request invalid. It says that it did not act on it, which is no proof. */
        REFUSED(
                "provider.refused",
                ResponsibleParty.HOST,
                RetryAdvice.NEVER,
                NOT_PROVEN,
                "%s calls the request invalid"),
        /** An answer arrived that says nothing we know: unknown means unknown, whatever its HTTP status. */
        UNINTELLIGIBLE(
                "provider.unintelligible",
                ResponsibleParty.PROVIDER,
                RetryAdvice.NOW,
                POSSIBLY_DELIVERED,
                "%s gave an answer that "),
        /** UIDAI or DigiLocker behind the provider is down; the provider says so, so nothing was sent. */
        SOURCE_DOWN(
                "source.down", ResponsibleParty.SOURCE, RetryAdvice.NOW, NOT_DELIVERED, "the source behind %s is down"),
        /** UIDAI or DigiLocker did not answer the provider in time; the request may have been delivered. */
        SOURCE_TIMED_OUT(
                "source.timed-out",
                ResponsibleParty.SOURCE,
                RetryAdvice.NOW,
                POSSIBLY_DELIVERED,
                "the source behind %s did not answer; the request may have been delivered");

        private final String code;
        private final ResponsibleParty responsibleParty;
        private final RetryAdvice retryAdvice;
        private final Delivery delivery;
        private final String summary;

        Kind(
                String code,
                ResponsibleParty responsibleParty,
                RetryAdvice retryAdvice,
                Delivery delivery,
                String summary) {
            this.code = code;
            this.responsibleParty = responsibleParty;
            this.retryAdvice = retryAdvice;
            this.delivery = delivery;
            this.summary = summary;
        }
    }
}
