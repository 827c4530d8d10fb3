package dev.kycport.adapter.deepvue;

import dev.kycport.domain.ProviderId;
import dev.kycport.ports.KycProvider;
import dev.kycport.ports.ProviderFactory;
import dev.kycport.ports.Setting;
import dev.kycport.ports.Settings;
import java.time.InstantSource;
import java.util.List;

/** The door to Deepvue: found by {@code ServiceLoader} under the name {@code deepvue}, or opened by hand. */
public final class Deepvue implements ProviderFactory {

    static final ProviderId ID = new ProviderId("deepvue");

    /** For {@code ServiceLoader}. */
    public Deepvue() {}

    @Override
    public ProviderId id() {
        return ID;
    }

    @Override
    public List<Setting<?>> settings() {
        return DeepvueConfig.declared();
    }

    @Override
    public KycProvider create(Settings settings, InstantSource time) {
        return open(DeepvueConfig.from(settings), time);
    }

    /**
     * Deepvue with this configuration. Opens no connection yet.
     *
     * @throws IllegalArgumentException if a credential cannot be sent in a header
     */
    public static KycProvider open(DeepvueConfig config, InstantSource time) {
        return new DeepvueProvider(config, time);
    }
}
