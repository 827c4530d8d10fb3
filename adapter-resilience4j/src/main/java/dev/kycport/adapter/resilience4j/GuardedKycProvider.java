package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.session.Policies;
import dev.kycport.ports.CaptchaOtpGateway;
import dev.kycport.ports.DigiLockerGateway;
import dev.kycport.ports.DirectOtpGateway;
import dev.kycport.ports.GuardedProvider;
import dev.kycport.ports.Health;
import dev.kycport.ports.KycProvider;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A provider all of whose calls go through one gate, whichever flow they belong to. */
final class GuardedKycProvider implements GuardedProvider {

    private final KycProvider provider;
    private final Gate gate;
    private final Repetition repetition;
    private final GuardConfig rules;
    private final Prepaid prepaid = new Prepaid();

    GuardedKycProvider(KycProvider provider, Gate gate, Repetition repetition, GuardConfig rules) {
        this.provider = provider;
        this.gate = gate;
        this.repetition = repetition;
        this.rules = rules;
    }

    @Override
    public Health health() {
        return gate.health();
    }

    @Override
    public ProviderId id() {
        return provider.id();
    }

    @Override
    public Policies policies() {
        return provider.policies();
    }

    /** Waiting for a place, then for a turn, and a first try that came to nothing soon. */
    @Override
    public Duration patience() {
        return provider.patience().plus(rules.waits()).plus(rules.repeatWithin());
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
        return provider.captchaOtp().map(gateway -> new GuardedCaptchaOtpGateway(gateway, gate, repetition));
    }

    @Override
    public Optional<DirectOtpGateway> directOtp() {
        return provider.directOtp().map(gateway -> new GuardedDirectOtpGateway(gateway, gate));
    }

    @Override
    public Optional<DigiLockerGateway> digiLocker() {
        return provider.digiLocker().map(gateway -> new GuardedDigiLockerGateway(gateway, gate, repetition, prepaid));
    }

    @Override
    public String toString() {
        return "Guarded[" + provider.id() + "]";
    }
}
