package dev.kycport.app;

import dev.kycport.app.internal.provider.ProviderDirectory;
import dev.kycport.app.observe.Observers;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.identity.AadhaarValidation;
import dev.kycport.domain.session.Policies;
import dev.kycport.ports.observe.KycListener;
import dev.kycport.ports.observe.KycMeter;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.store.Stores;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Builds a {@link KycService} without a framework and without a configuration file. Not for use by several threads. */
public final class KycServiceBuilder {

    private final Stores stores;
    private final KycEnvironment environment;
    private final Map<ProviderId, KycProvider> providers = new HashMap<>();
    private final Map<ProviderId, Policies> policies = new HashMap<>();
    private final Map<Flow, List<ProviderId>> routes = new EnumMap<>(Flow.class);
    private AadhaarValidation numbers = AadhaarValidation.STRICT;
    private Observers observers = Observers.none();

    KycServiceBuilder(Stores stores, KycEnvironment environment) {
        this.stores = stores;
        this.environment = environment;
    }

    /** Adds a provider, as the last choice of every flow it offers. */
    public KycServiceBuilder provider(KycProvider provider) {
        registerProvider(provider);
        provider.flows()
                .forEach(flow ->
                        routes.computeIfAbsent(flow, f -> new ArrayList<>()).add(provider.id()));
        return this;
    }

    /** Adds a provider to no route: it serves its existing sessions, and those that ask for it by name. */
    public KycServiceBuilder registerProvider(KycProvider provider) {
        providers.put(provider.id(), provider);
        return this;
    }

    /** Replaces the policies of a provider. */
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
    public KycServiceBuilder numbers(AadhaarValidation rules) {
        this.numbers = rules;
        return this;
    }

    /** Replaces the meter that counts calls. */
    public KycServiceBuilder meter(KycMeter meter) {
        return observers(observers.meter(meter));
    }

    /** Adds a listener. */
    public KycServiceBuilder listener(KycListener listener) {
        return observers(observers.listener(listener));
    }

    /** Replaces the meter and the listeners. */
    public KycServiceBuilder observers(Observers others) {
        this.observers = others;
        return this;
    }

    /**
     * The service.
     *
     * @throws IllegalArgumentException if a route names a provider that is unknown or does not offer the flow, or names one
     *     twice
     */
    public KycService build() {
        routes.forEach(this::checkRoute);
        return new KycService(
                stores, new ProviderDirectory(providers, policies, routes), environment, numbers, observers);
    }

    // A route that returns to a provider would never end.
    private void checkRoute(Flow flow, List<ProviderId> route) {
        route.forEach(provider -> checkRoute(flow, provider));
        if (new HashSet<>(route).size() != route.size()) {
            throw new IllegalArgumentException("the route of " + flow.code() + " names a provider twice");
        }
    }

    private void checkRoute(Flow flow, ProviderId provider) {
        if (!providers.containsKey(provider)) {
            throw new IllegalArgumentException("the route of " + flow.code() + " names the unknown " + provider);
        }
        if (!providers.get(provider).flows().contains(flow)) {
            throw new IllegalArgumentException(provider + " does not offer " + flow.code());
        }
    }
}
