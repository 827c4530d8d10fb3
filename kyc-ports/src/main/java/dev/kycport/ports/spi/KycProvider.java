package dev.kycport.ports.spi;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.session.Policies;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.DirectOtpGateway;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A configured provider: which flows it offers, and by which rules. A flow is a capability that a provider declares and can
 * lose (captcha-based e-KYC is being withdrawn by vendors), so each gateway may be absent. Safe for use by many threads.
 */
public interface KycProvider {

    /** Under which name it is configured. */
    ProviderId id();

    /** By which rules its challenges run where the configuration does not say otherwise. */
    default Policies policies() {
        return Policies.DEFAULT;
    }

    /** How long one of its calls can take at most, connecting and all; after that its outcome counts as lost. */
    Duration callTimeout();

    /**
     * Where it is called, for a look at whether anybody listens there; nothing where it is not on a network. Only scheme, host
     * and port count, and the URL holds no credential.
     */
    default Optional<URI> endpoint() {
        return Optional.empty();
    }

    /** Its captcha flow, if it has one. */
    default Optional<CaptchaOtpGateway> captchaOtp() {
        return Optional.empty();
    }

    /** Its direct flow, if it has one. */
    default Optional<DirectOtpGateway> directOtp() {
        return Optional.empty();
    }

    /** Its DigiLocker flow, if it has one. */
    default Optional<DigiLockerGateway> digiLocker() {
        return Optional.empty();
    }

    /** The flows it offers. */
    default Set<Flow> flows() {
        Set<Flow> flows = EnumSet.noneOf(Flow.class);
        captchaOtp().ifPresent(gateway -> flows.add(Flow.CAPTCHA_OTP));
        directOtp().ifPresent(gateway -> flows.add(Flow.DIRECT_OTP));
        digiLocker().ifPresent(gateway -> flows.add(Flow.DIGILOCKER));
        return flows;
    }
}
