package dev.kycport.adapter.accuauth;

import dev.kycport.domain.ProviderId;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import java.time.InstantSource;
import java.util.List;

/** Creates the provider {@code accuauth}; found by {@code ServiceLoader}, or called by hand. */
public final class AccuauthProviderFactory implements ProviderFactory {

    static final ProviderId ID = new ProviderId("accuauth");

    /** For {@code ServiceLoader}. */
    public AccuauthProviderFactory() {}

    /**
     * Creates a provider. It opens no connection yet.
     *
     * @throws IllegalArgumentException if a credential cannot be sent in a header
     */
    public static KycProvider create(AccuauthConfig config, InstantSource time) {
        return new AccuauthProvider(config, time);
    }

    @Override
    public ProviderId id() {
        return ID;
    }

    @Override
    public KycProvider create(Settings settings, InstantSource time) {
        return create(AccuauthConfig.from(settings), time);
    }

    @Override
    public List<Setting<?>> settings() {
        return AccuauthConfig.declaredSettings();
    }
}
