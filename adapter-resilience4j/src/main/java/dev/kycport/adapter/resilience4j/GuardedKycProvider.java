package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.session.Policies;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.observe.ProviderHealth;
import dev.kycport.ports.spi.GuardedProvider;
import dev.kycport.ports.spi.KycProvider;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A provider whose calls of all flows share one guard. */
final class GuardedKycProvider implements GuardedProvider {

    private final KycProvider provider;
    private final CallGuard callGuard;
    private final ReadRetry readRetry;
    private final GuardConfig config;
    private final ReservedPermits reservedPermits = new ReservedPermits();

    GuardedKycProvider(KycProvider provider, CallGuard callGuard, ReadRetry readRetry, GuardConfig config) {
        this.provider = provider;
        this.callGuard = callGuard;
        this.readRetry = readRetry;
        this.config = config;
    }

    @Override
    public ProviderHealth health() {
        return callGuard.health();
    }

    @Override
    public ProviderId id() {
        return provider.id();
    }

    @Override
    public Policies policies() {
        return provider.policies();
    }

    /** Includes the waits for concurrency and rate limit, and a first try that failed fast. */
    @Override
    public void close() {
        provider.close();
    }

    @Override
    public Duration callTimeout() {
        return provider.callTimeout().plus(config.maxTotalWait()).plus(config.repeatWithin());
    }

    @Override
    public Optional<URI> endpoint() {
        return provider.endpoint();
    }

    @Override
    public Set<Flow> flows() {
        return provider.flows();
    }

    @Override
    public Optional<CaptchaOtpGateway> captchaOtp() {
        return provider.captchaOtp().map(gateway -> new GuardedCaptchaOtpGateway(gateway, callGuard, readRetry));
    }

    @Override
    public Optional<DirectOtpGateway> directOtp() {
        return provider.directOtp().map(gateway -> new GuardedDirectOtpGateway(gateway, callGuard));
    }

    @Override
    public Optional<DigiLockerGateway> digiLocker() {
        return provider.digiLocker()
                .map(gateway -> new GuardedDigiLockerGateway(gateway, callGuard, readRetry, reservedPermits));
    }

    @Override
    public String toString() {
        return "Guarded[" + provider.id() + "]";
    }
}
