package example.acme;

import dev.kycport.domain.ProviderId;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.spi.KycProvider;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Acme has one flow; the others are simply not there. */
record AcmeProvider(URI base, AcmeDirectOtpGateway gateway) implements KycProvider {

    static final Duration USUAL_PATIENCE = Duration.ofSeconds(20);

    @Override
    public ProviderId id() {
        return Acme.ID;
    }

    @Override
    public Duration patience() {
        return USUAL_PATIENCE.plusSeconds(1);
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
