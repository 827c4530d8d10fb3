package dev.kycport.adapter.feign;

import dev.kycport.domain.ProviderId;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.spi.KycProvider;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A provider with the gateways that it was given, whose call timeout and endpoint are those of its HTTP settings. */
public record HttpProvider(
        ProviderId id,
        HttpSettings http,
        Optional<CaptchaOtpGateway> captchaOtp,
        Optional<DirectOtpGateway> directOtp,
        Optional<DigiLockerGateway> digiLocker)
        implements KycProvider {

    /** A provider without a flow. */
    public HttpProvider(ProviderId id, HttpSettings http) {
        this(id, http, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same with the captcha flow. */
    public HttpProvider with(CaptchaOtpGateway gateway) {
        return new HttpProvider(id, http, Optional.of(gateway), directOtp, digiLocker);
    }

    /** The same with the direct flow. */
    public HttpProvider with(DirectOtpGateway gateway) {
        return new HttpProvider(id, http, captchaOtp, Optional.of(gateway), digiLocker);
    }

    /** The same with the DigiLocker flow. */
    public HttpProvider with(DigiLockerGateway gateway) {
        return new HttpProvider(id, http, captchaOtp, directOtp, Optional.of(gateway));
    }

    @Override
    public Duration callTimeout() {
        return http.callTimeout();
    }

    @Override
    public Optional<URI> endpoint() {
        return Optional.of(http.baseUrl());
    }
}
