package dev.kycport.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import dev.kycport.ports.spi.StoreFactory;
import dev.kycport.ports.store.PendingCodeStore;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.sample.SampleSettings;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InMemoryStoreFactoryTest {

    static final Settings REMEMBERING = new SampleSettings(Map.of("pending-codes", "on"));

    private static final Settings DEFAULTS = new SampleSettings(Map.of());

    private final InMemoryStoreFactory factory = new InMemoryStoreFactory();

    @Test
    void it_is_found_on_the_class_path_and_is_not_for_production() {
        assertThat(ServiceLoader.load(StoreFactory.class)).hasAtLeastOneElementOfType(InMemoryStoreFactory.class);
        assertThat(factory.isDevelopmentOnly()).isTrue();
    }

    @Test
    void memory_opens_empty_stores() {
        Stores stores = factory.open("memory", DEFAULTS);

        stores.sessions().create(MemoryFixtures.opened(1), List.of(MemoryFixtures.entry(1)));
        stores.close();
        stores.close();

        assertThat(stores.audit().entries(MemoryFixtures.session(1))).containsExactly(MemoryFixtures.entry(1));
        assertThat(InMemoryStoreFactory.stores().sessions().find(MemoryFixtures.session(1)))
                .isEmpty();
    }

    @Test
    void memory_remembers_which_numbers_wait_for_a_code_if_it_is_configured_to() {
        assertThat(factory.settings("memory")).extracting(Setting::key).containsExactly("pending-codes");
        assertThat(factory.open("memory", DEFAULTS).pendingCodes()).isSameAs(PendingCodeStore.NONE);
        assertThat(factory.open("memory", REMEMBERING).pendingCodes()).isInstanceOf(InMemoryPendingCodeStore.class);
        assertThat(InMemoryStoreFactory.stores().pendingCodes()).isSameAs(PendingCodeStore.NONE);
    }

    @Test
    void memory_is_the_only_url_it_supports() {
        assertThat(factory.supports("memory")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "memory:", "Memory", "jdbc:sqlite:memory"})
    void other_urls_are_for_other_factories(String url) {
        assertThat(factory.supports(url)).isFalse();
    }
}
