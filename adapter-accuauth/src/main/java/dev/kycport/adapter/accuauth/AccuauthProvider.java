package dev.kycport.adapter.accuauth;

import dev.kycport.adapter.feign.FeignClientFactory;
import dev.kycport.adapter.feign.HeaderCredential;
import dev.kycport.adapter.feign.HttpCallExecutor;
import dev.kycport.domain.ProviderId;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.spi.KycProvider;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A configured AccuAuth provider. */
final class AccuauthProvider implements KycProvider {

    private final URI endpoint;
    private final Duration callTimeout;
    private final DirectOtpGateway directOtp;

    AccuauthProvider(AccuauthConfig config, InstantSource time) {
        List<HeaderCredential> credentials = List.of(
                new HeaderCredential("X-DF-API-ID", "api-id", config.apiId()),
                new HeaderCredential("X-DF-API-SECRET", "api-secret", config.apiSecret()));
        this.endpoint = config.http().baseUrl();
        this.callTimeout = config.http().callTimeout();
        this.directOtp = new AccuauthDirectOtpGateway(
                FeignClientFactory.create(AccuauthApi.class, config.http(), config.body(), credentials, time),
                new HttpCallExecutor<>(
                        AccuauthProviderFactory.ID, config.http(), time, AccuauthReplies.AccuauthStatus::from),
                time);
    }

    @Override
    public ProviderId id() {
        return AccuauthProviderFactory.ID;
    }

    @Override
    public Duration callTimeout() {
        return callTimeout;
    }

    @Override
    public Optional<URI> endpoint() {
        return Optional.of(endpoint);
    }

    @Override
    public Optional<DirectOtpGateway> directOtp() {
        return Optional.of(directOtp);
    }
}
