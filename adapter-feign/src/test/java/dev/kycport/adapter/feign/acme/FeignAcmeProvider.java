package dev.kycport.adapter.feign.acme;

import dev.kycport.adapter.feign.AccessToken;
import dev.kycport.adapter.feign.AccessTokenSource;
import dev.kycport.adapter.feign.BodyFormat;
import dev.kycport.adapter.feign.FeignClientFactory;
import dev.kycport.adapter.feign.HttpCallExecutor;
import dev.kycport.adapter.feign.HttpSettings;
import dev.kycport.adapter.feign.acme.FeignAcmeApi.TokenRequest;
import dev.kycport.adapter.feign.acme.FeignAcmeReplies.AcmeStatus;
import dev.kycport.domain.ProviderId;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.spi.KycProvider;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A configured Acme provider. */
record FeignAcmeProvider(HttpSettings http, DirectOtpGateway gateway) implements KycProvider {

    static final ProviderId ID = new ProviderId("acme");

    static FeignAcmeProvider create(
            HttpSettings http, Credential clientId, Credential clientSecret, InstantSource time) {
        FeignAcmeApi api = FeignClientFactory.create(FeignAcmeApi.class, http, BodyFormat.JSON, List.of(), time);
        TokenRequest request = new TokenRequest(clientId, clientSecret);
        AccessTokenSource<AcmeStatus> tokens = AccessTokenSource.bearer(
                exchange -> exchange.execute(
                        callContext -> api.token(callContext, request),
                        FeignAcmeErrorMapping.TOKEN,
                        reply -> AccessToken.parse(reply.accessToken(), reply.expiresIn())),
                FeignAcmeErrorMapping.IS_TOKEN_REFUSED,
                time);
        HttpCallExecutor<AcmeStatus> exchange =
                new HttpCallExecutor<>(ID, http, time, AcmeStatus::from).withAccessToken(tokens);
        return new FeignAcmeProvider(http, new FeignAcmeDirectOtpGateway(api, exchange, time));
    }

    @Override
    public ProviderId id() {
        return ID;
    }

    @Override
    public Duration callTimeout() {
        return http.callTimeout();
    }

    @Override
    public Optional<URI> endpoint() {
        return Optional.of(http.baseUrl());
    }

    @Override
    public Optional<DirectOtpGateway> directOtp() {
        return Optional.of(gateway);
    }
}
