package dev.kycport.tck.recording;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.ProviderReference;
import dev.kycport.tck.http.ProviderTraffic;
import dev.kycport.tck.sample.SampleValues;
import java.util.Optional;

/**
 * A gateway to a provider that shows a behaviour.
 *
 * @param provider under which name the gateway answers
 * @param gateway the one under test
 * @param reference what the provider calls its side of a session that came this far
 * @param traffic what the provider sees; empty where there is none, as with a fake
 */
public record GatewayUnderTest<G>(
        ProviderId provider, G gateway, ProviderReference reference, Optional<ProviderTraffic> traffic)
        implements AutoCloseable {

    /** A gateway that sends nothing anywhere. */
    public static <G> GatewayUnderTest<G> withoutTraffic(ProviderId provider, G gateway) {
        return new GatewayUnderTest<>(provider, gateway, SampleValues.anyReference(), Optional.empty());
    }

    /** A gateway whose requests can be seen. */
    public static <G> GatewayUnderTest<G> withTraffic(ProviderTraffic providerTraffic, ProviderId provider, G gateway) {
        return new GatewayUnderTest<>(provider, gateway, SampleValues.anyReference(), Optional.of(providerTraffic));
    }

    /** The same at a provider that accepts only references of its own. */
    public GatewayUnderTest<G> withReference(ProviderReference known) {
        return new GatewayUnderTest<>(provider, gateway, known, traffic);
    }

    @Override
    public void close() {
        traffic.ifPresent(ProviderTraffic::close);
    }
}
