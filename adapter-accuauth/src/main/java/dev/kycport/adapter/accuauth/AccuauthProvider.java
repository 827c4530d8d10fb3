package dev.kycport.adapter.accuauth;

import dev.kycport.adapter.feign.Exchange;
import dev.kycport.adapter.feign.HttpApi;
import dev.kycport.domain.ProviderId;
import dev.kycport.ports.Credential;
import dev.kycport.ports.DirectOtpGateway;
import dev.kycport.ports.KycProvider;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** AccuAuth, configured. */
final class AccuauthProvider implements KycProvider {

    private final URI endpoint;
    private final Duration patience;
    private final DirectOtpGateway directOtp;

    AccuauthProvider(AccuauthConfig config, InstantSource time) {
        Map<String, Credential> credentials =
                Map.of("X-DF-API-ID", config.apiId(), "X-DF-API-SECRET", config.apiSecret());
        this.endpoint = config.http().baseUrl();
        this.patience = config.http().patience();
        this.directOtp = new AccuauthDirectOtpGateway(
                HttpApi.of(AccuauthApi.class, config.http(), config.body(), credentials, time),
                new Exchange<>(Accuauth.ID, config.http(), time, AccuauthReplies.Said::in),
                time);
    }

    @Override
    public ProviderId id() {
        return Accuauth.ID;
    }

    @Override
    public Duration patience() {
        return patience;
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
