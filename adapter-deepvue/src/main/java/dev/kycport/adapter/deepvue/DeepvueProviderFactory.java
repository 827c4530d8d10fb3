package dev.kycport.adapter.deepvue;

import dev.kycport.domain.ProviderId;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import java.time.InstantSource;
import java.util.List;

/** Creates the provider {@code deepvue}; found by {@code ServiceLoader}, or called by hand. */
public final class DeepvueProviderFactory implements ProviderFactory {

    static final ProviderId ID = new ProviderId("deepvue");

    /** For {@code ServiceLoader}. */
    public DeepvueProviderFactory() {}

    @Override
    public ProviderId id() {
        return ID;
    }

    @Override
    public List<Setting<?>> settings() {
        return DeepvueConfig.declaredSettings();
    }

    @Override
    public KycProvider create(Settings settings, InstantSource time) {
        return create(DeepvueConfig.from(settings), time);
    }

    /**
     * Creates a provider. It opens no connection yet.
     *
     * @throws IllegalArgumentException if a credential cannot be sent in a header
     */
    public static KycProvider create(DeepvueConfig config, InstantSource time) {
        return new DeepvueProvider(config, time);
    }
}
