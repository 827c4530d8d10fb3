package dev.kycport.tck;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.ProviderReference;
import java.util.Optional;

/**
 * A gateway to a provider that shows a behaviour.
 *
 * @param provider under which name the gateway answers
 * @param gateway the one under test
 * @param reference what the provider calls its side of a session that came this far
 * @param wire what the provider sees; empty where there is none, as with a fake
 */
public record Showing<G>(ProviderId provider, G gateway, ProviderReference reference, Optional<Wire> wire)
        implements AutoCloseable {

    /** A gateway that sends nothing anywhere. */
    public static <G> Showing<G> withoutWire(ProviderId provider, G gateway) {
        return new Showing<>(provider, gateway, Sample.anyReference(), Optional.empty());
    }

    /** A gateway whose requests can be seen. */
    public static <G> Showing<G> over(Wire wire, ProviderId provider, G gateway) {
        return new Showing<>(provider, gateway, Sample.anyReference(), Optional.of(wire));
    }

    /** The same at a provider that insists on a reference of its own making. */
    public Showing<G> knowing(ProviderReference known) {
        return new Showing<>(provider, gateway, known, wire);
    }

    @Override
    public void close() {
        wire.ifPresent(Wire::close);
    }
}
