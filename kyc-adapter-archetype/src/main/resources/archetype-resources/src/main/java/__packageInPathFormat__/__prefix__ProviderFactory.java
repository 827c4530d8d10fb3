package ${package};

import dev.kycport.adapter.feign.AccessToken;
import dev.kycport.adapter.feign.AccessTokenSource;
import dev.kycport.adapter.feign.BodyFormat;
import dev.kycport.adapter.feign.FeignClientFactory;
import dev.kycport.adapter.feign.HttpCallExecutor;
import dev.kycport.adapter.feign.HttpProvider;
import dev.kycport.domain.ProviderId;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import ${package}.${prefix}Api.TokenRequest;
import ${package}.${prefix}Replies.${prefix}Status;
import java.time.InstantSource;
import java.util.List;

/** Creates the provider {@code ${vendor}}; found by {@code ServiceLoader}, or called by hand. */
public final class ${prefix}ProviderFactory implements ProviderFactory {

    static final ProviderId ID = new ProviderId("${vendor}");

    /** Creates a provider. It opens no connection yet. */
    public static KycProvider create(${prefix}Config config, InstantSource time) {
        ${prefix}Api api = FeignClientFactory.create(${prefix}Api.class, config.http(), BodyFormat.JSON, List.of(), time);
        HttpCallExecutor<${prefix}Status> exchange =
                new HttpCallExecutor<>(ID, config.http(), time, ${prefix}Status::from).withAccessToken(tokens(api, config, time));
        return new HttpProvider(ID, config.http()).with(new ${prefix}DirectOtpGateway(api, exchange, time));
    }

    private static AccessTokenSource<${prefix}Status> tokens(${prefix}Api api, ${prefix}Config config, InstantSource time) {
        TokenRequest request = new TokenRequest(config.clientId(), config.clientSecret());
        return AccessTokenSource.bearer(
                exchange -> exchange.execute(
                        callContext -> api.token(callContext, request),
                        ${prefix}ErrorMapping.TOKEN,
                        reply -> AccessToken.parse(reply.accessToken(), reply.expiresIn())),
                ${prefix}ErrorMapping.IS_TOKEN_REFUSED,
                time);
    }

    @Override
    public ProviderId id() {
        return ID;
    }

    @Override
    public List<Setting<?>> settings() {
        return ${prefix}Config.declaredSettings();
    }

    @Override
    public KycProvider create(Settings settings, InstantSource time) {
        return create(${prefix}Config.from(settings), time);
    }
}
