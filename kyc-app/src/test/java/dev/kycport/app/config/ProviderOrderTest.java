package dev.kycport.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.adapter.fake.FakeProviderFactory;
import dev.kycport.adapter.memory.InMemoryStoreFactory;
import dev.kycport.domain.ProviderId;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProviderOrderTest {

    private static final Plugins PLUGINS =
            new Plugins(List.of(new FakeProviderFactory(), new Zeta()), List.of(new InMemoryStoreFactory()));

    @Test
    void without_a_file_a_simulated_provider_comes_last() {
        KycConfig config = KycConfig.load(Optional.empty(), PLUGINS, Map.of());

        assertThat(config.providers())
                .extracting(part -> part.factory().id().value())
                .containsExactly("zeta", "fake");
    }

    /** A vendor whose name comes after the fake's. */
    private static final class Zeta implements ProviderFactory {

        @Override
        public ProviderId id() {
            return new ProviderId("zeta");
        }

        @Override
        public List<Setting<?>> settings() {
            return List.of();
        }

        @Override
        public KycProvider create(Settings settings, InstantSource time) {
            return FakeProviderFactory.provider(FakeConfig.defaults(), time);
        }
    }
}
