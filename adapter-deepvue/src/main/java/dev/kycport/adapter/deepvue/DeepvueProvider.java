package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.feign.BodyFormat;
import dev.kycport.adapter.feign.Exchange;
import dev.kycport.adapter.feign.HttpApi;
import dev.kycport.domain.ProviderId;
import dev.kycport.ports.CaptchaOtpGateway;
import dev.kycport.ports.DigiLockerGateway;
import dev.kycport.ports.DirectOtpGateway;
import dev.kycport.ports.KycProvider;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Deepvue, configured: all three flows over one connection pool. */
final class DeepvueProvider implements KycProvider {

    private final DeepvueConfig config;
    private final CaptchaOtpGateway captchaOtp;
    private final DirectOtpGateway directOtp;
    private final DigiLockerGateway digiLocker;

    DeepvueProvider(DeepvueConfig config, InstantSource time) {
        this.config = config;
        DeepvueApi api = HttpApi.of(
                DeepvueApi.class,
                config.http(),
                BodyFormat.JSON,
                Map.of("client-id", config.clientId(), "x-api-key", config.clientSecret()),
                time);
        Exchange<DeepvueReplies.Said> exchange =
                new Exchange<>(Deepvue.ID, config.http(), time, DeepvueReplies.Said::in);
        this.captchaOtp = new DeepvueCaptchaOtpGateway(api, exchange, time);
        this.directOtp = new DeepvueDirectOtpGateway(api, exchange, time);
        this.digiLocker = new DeepvueDigiLockerGateway(api, exchange, time, config);
    }

    @Override
    public ProviderId id() {
        return Deepvue.ID;
    }

    @Override
    public Duration patience() {
        return config.http().patience();
    }

    @Override
    public Optional<URI> endpoint() {
        return Optional.of(config.http().baseUrl());
    }

    @Override
    public Optional<CaptchaOtpGateway> captchaOtp() {
        return Optional.of(captchaOtp);
    }

    @Override
    public Optional<DirectOtpGateway> directOtp() {
        return Optional.of(directOtp);
    }

    @Override
    public Optional<DigiLockerGateway> digiLocker() {
        return Optional.of(digiLocker);
    }
}
