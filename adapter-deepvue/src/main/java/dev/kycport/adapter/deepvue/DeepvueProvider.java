package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.feign.BodyFormat;
import dev.kycport.adapter.feign.FeignClientFactory;
import dev.kycport.adapter.feign.HeaderCredential;
import dev.kycport.adapter.feign.HttpCallExecutor;
import dev.kycport.domain.ProviderId;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.spi.KycProvider;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A configured Deepvue provider: three flows over one connection pool. */
final class DeepvueProvider implements KycProvider {

    private final DeepvueConfig config;
    private final CaptchaOtpGateway captchaOtp;
    private final DirectOtpGateway directOtp;
    private final DigiLockerGateway digiLocker;

    DeepvueProvider(DeepvueConfig config, InstantSource time) {
        this.config = config;
        DeepvueApi api = FeignClientFactory.create(
                DeepvueApi.class,
                config.http(),
                BodyFormat.JSON,
                List.of(
                        new HeaderCredential("client-id", "client-id", config.clientId()),
                        new HeaderCredential("x-api-key", "client-secret", config.clientSecret())),
                time);
        HttpCallExecutor<DeepvueReplies.DeepvueStatus> httpCallExecutor = new HttpCallExecutor<>(
                DeepvueProviderFactory.ID, config.http(), time, DeepvueReplies.DeepvueStatus::from);
        this.captchaOtp = new DeepvueCaptchaOtpGateway(api, httpCallExecutor, time);
        this.directOtp = new DeepvueDirectOtpGateway(api, httpCallExecutor, time);
        this.digiLocker = new DeepvueDigiLockerGateway(api, httpCallExecutor, time, config);
    }

    @Override
    public ProviderId id() {
        return DeepvueProviderFactory.ID;
    }

    @Override
    public Duration callTimeout() {
        return config.http().callTimeout();
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
