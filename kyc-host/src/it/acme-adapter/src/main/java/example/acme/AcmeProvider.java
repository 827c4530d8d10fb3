package example.acme;

import dev.kycport.domain.ProviderId;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.spi.KycProvider;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Acme has one flow; the others are absent. */
record AcmeProvider(URI base, AcmeDirectOtpGateway gateway) implements KycProvider {

    static final Duration READ_TIMEOUT = Duration.ofSeconds(20);

    static AcmeProvider of(URI base, AcmeCalls calls, InstantSource time) {
        return new AcmeProvider(base, new AcmeDirectOtpGateway(calls, time));
    }

    @Override
    public ProviderId id() {
        return AcmeProviderFactory.ID;
    }

    @Override
    public Duration callTimeout() {
        return READ_TIMEOUT.plusSeconds(1);
    }

    @Override
    public Optional<URI> endpoint() {
        return Optional.of(base);
    }

    @Override
    public Optional<DirectOtpGateway> directOtp() {
        return Optional.of(gateway);
    }
}
