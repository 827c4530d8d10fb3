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
 * A configured provider: the flows it offers, and its policies. A flow is a capability that a provider declares and can
 * lose (vendors are withdrawing captcha-based e-KYC), so each gateway may be absent. Thread-safe.
 */
public interface KycProvider {

    /** The name under which it is configured. */
    ProviderId id();

    /** The policies of its challenges, unless the configuration sets others. */
    default Policies policies() {
        return Policies.DEFAULT;
    }

    /**
     * How long one of its calls can take at most, including the connection and any request for an access token. After
     * that its outcome counts as lost.
     */
    Duration callTimeout();

    /**
     * The address it calls, used to check whether the host listens; empty if it uses no network. Only scheme, host and
     * port matter. Contains no credential.
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

    /** The flows that it offers. */
    default Set<Flow> flows() {
        Set<Flow> flows = EnumSet.noneOf(Flow.class);
        captchaOtp().ifPresent(gateway -> flows.add(Flow.CAPTCHA_OTP));
        directOtp().ifPresent(gateway -> flows.add(Flow.DIRECT_OTP));
        digiLocker().ifPresent(gateway -> flows.add(Flow.DIGILOCKER));
        return flows;
    }

    /**
     * Releases what it holds, such as connections and threads. Called once no call is under way, when the installation closes;
     * can be called more than once.
     */
    default void close() {}
}
