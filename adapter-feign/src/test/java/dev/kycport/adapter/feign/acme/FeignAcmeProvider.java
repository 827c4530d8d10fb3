package dev.kycport.adapter.feign.acme;

import dev.kycport.adapter.feign.AccessToken;
import dev.kycport.adapter.feign.AccessTokenSource;
import dev.kycport.adapter.feign.BodyFormat;
import dev.kycport.adapter.feign.FeignClientFactory;
import dev.kycport.adapter.feign.HttpCallExecutor;
import dev.kycport.adapter.feign.HttpProvider;
import dev.kycport.adapter.feign.HttpSettings;
import dev.kycport.adapter.feign.acme.FeignAcmeApi.TokenRequest;
import dev.kycport.adapter.feign.acme.FeignAcmeReplies.AcmeStatus;
import dev.kycport.domain.ProviderId;
import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.spi.KycProvider;
import java.time.InstantSource;
import java.util.List;

/** Creates the provider. */
final class FeignAcmeProvider {

    static final ProviderId ID = new ProviderId("acme");

    private FeignAcmeProvider() {}

    static KycProvider create(HttpSettings http, Credential clientId, Credential clientSecret, InstantSource time) {
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
        return new HttpProvider(ID, http).with(new FeignAcmeDirectOtpGateway(api, exchange, time));
    }
}
