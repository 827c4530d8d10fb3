package example.acme;

import dev.kycport.domain.ProviderId;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.spi.KycProvider;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Acme as a provider: it offers only the direct OTP flow. */
record AcmeProvider(URI base, AcmeDirectOtpGateway gateway) implements KycProvider {

    static final Duration READ_TIMEOUT = Duration.ofSeconds(20);

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
