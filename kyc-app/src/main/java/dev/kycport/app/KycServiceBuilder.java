package dev.kycport.app;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.identity.NumberRules;
import dev.kycport.domain.session.Policies;
import dev.kycport.ports.KycListener;
import dev.kycport.ports.KycMeter;
import dev.kycport.ports.KycProvider;
import dev.kycport.ports.Stores;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Puts a {@link KycService} together without any framework. Not for use by several threads. */
public final class KycServiceBuilder {

    private final Stores stores;
    private final Surroundings surroundings;
    private final Map<ProviderId, KycProvider> providers = new HashMap<>();
    private final Map<ProviderId, Policies> policies = new HashMap<>();
    private final Map<Flow, List<ProviderId>> routes = new EnumMap<>(Flow.class);
    private NumberRules numbers = NumberRules.STRICT;
    private Onlookers onlookers = Onlookers.none();

    KycServiceBuilder(Stores stores, Surroundings surroundings) {
        this.stores = stores;
        this.surroundings = surroundings;
    }

    /** Adds a provider, as the last choice of every flow it offers. */
    public KycServiceBuilder provider(KycProvider provider) {
        known(provider);
        provider.flows()
                .forEach(flow ->
                        routes.computeIfAbsent(flow, f -> new ArrayList<>()).add(provider.id()));
        return this;
    }

    /** Adds a provider to no route: it serves the sessions it has, and those that ask for it by name. */
    public KycServiceBuilder known(KycProvider provider) {
        providers.put(provider.id(), provider);
        return this;
    }

    /** Lets other rules than a provider's own hold for it. */
    public KycServiceBuilder policies(ProviderId provider, Policies rules) {
        policies.put(provider, rules);
        return this;
    }

    /** Sets the route of a flow, the first choice first, in place of the order in which providers were added. */
    public KycServiceBuilder route(Flow flow, List<ProviderId> route) {
        routes.put(flow, new ArrayList<>(route));
        return this;
    }

    /** Accepts other numbers than UIDAI's; for development only. */
    public KycServiceBuilder numbers(NumberRules rules) {
        this.numbers = rules;
        return this;
    }

    /** Counts calls there, and nowhere else. */
    public KycServiceBuilder meter(KycMeter meter) {
        return onlookers(onlookers.meter(meter));
    }

    /** Tells that listener, too, what happens. */
    public KycServiceBuilder listener(KycListener listener) {
        return onlookers(onlookers.listener(listener));
    }

    /** Lets these look on in place of those before. */
    public KycServiceBuilder onlookers(Onlookers others) {
        this.onlookers = others;
        return this;
    }

    /**
     * The service.
     *
     * @throws IllegalArgumentException if a route names a provider that is unknown or does not offer the flow, or names one
     *     twice
     */
    public KycService build() {
        routes.forEach(this::check);
        return new KycService(
                stores, new ProviderDirectory(providers, policies, routes), surroundings, numbers, onlookers);
    }

    // A route that comes back to a provider would never end.
    private void check(Flow flow, List<ProviderId> route) {
        route.forEach(provider -> check(flow, provider));
        if (new HashSet<>(route).size() != route.size()) {
            throw new IllegalArgumentException("the route of " + flow.code() + " names a provider twice");
        }
    }

    private void check(Flow flow, ProviderId provider) {
        if (!providers.containsKey(provider)) {
            throw new IllegalArgumentException("the route of " + flow.code() + " names the unknown " + provider);
        }
        if (!providers.get(provider).flows().contains(flow)) {
            throw new IllegalArgumentException(provider + " does not offer " + flow.code());
        }
    }
}
