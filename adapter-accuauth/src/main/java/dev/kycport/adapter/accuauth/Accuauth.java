package dev.kycport.adapter.accuauth;

import dev.kycport.domain.ProviderId;
import dev.kycport.ports.KycProvider;
import dev.kycport.ports.ProviderFactory;
import dev.kycport.ports.Setting;
import dev.kycport.ports.Settings;
import java.time.InstantSource;
import java.util.List;

/** The door to AccuAuth: found by {@code ServiceLoader} under the name {@code accuauth}, or opened by hand. */
public final class Accuauth implements ProviderFactory {

    static final ProviderId ID = new ProviderId("accuauth");

    /** For {@code ServiceLoader}. */
    public Accuauth() {}

    /**
     * AccuAuth with this configuration. Opens no connection yet.
     *
     * @throws IllegalArgumentException if a credential cannot be sent in a header
     */
    public static KycProvider open(AccuauthConfig config, InstantSource time) {
        return new AccuauthProvider(config, time);
    }

    @Override
    public ProviderId id() {
        return ID;
    }

    @Override
    public KycProvider create(Settings settings, InstantSource time) {
        return open(AccuauthConfig.from(settings), time);
    }

    @Override
    public List<Setting<?>> settings() {
        return AccuauthConfig.declared();
    }
}
