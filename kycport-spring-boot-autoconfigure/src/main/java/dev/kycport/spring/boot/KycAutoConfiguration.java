package dev.kycport.spring.boot;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import dev.kycport.app.KycService;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.config.Plugins;
import dev.kycport.app.observe.Observers;
import dev.kycport.app.runtime.InstalledPlugins;
import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.app.runtime.SystemEnvironment;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.ports.observe.KycListener;
import dev.kycport.ports.observe.KycMeter;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.StoreFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/**
 * Starts KycPort. Every bean can be replaced by one of the application: the clock ({@link KycEnvironment}), the adapters
 * ({@link Plugins}), the configuration ({@link KycConfig}), the meter, and the running installation.
 */
@AutoConfiguration(after = {KycDataSourceAutoConfiguration.class, KycMetricsAutoConfiguration.class})
@ConditionalOnProperty(name = "kycport.enabled", matchIfMissing = true)
@EnableConfigurationProperties(KycProperties.class)
public class KycAutoConfiguration {

    /** For Spring. */
    public KycAutoConfiguration() {}

    /** The system clock and randomness. */
    @Bean
    @ConditionalOnMissingBean
    public KycEnvironment kycEnvironment() {
        return SystemEnvironment.create();
    }

    /** The adapters on the class path, with the application's own providers, and its DataSource as a store. */
    @Bean
    @ConditionalOnMissingBean
    public Plugins kycPlugins(ObjectProvider<ProviderFactory> providers, ObjectProvider<StoreFactory> stores) {
        Plugins plugins = InstalledPlugins.find();
        for (ProviderFactory provider : providers.orderedStream().toList()) {
            plugins = plugins.withProvider(provider);
        }
        for (StoreFactory store : stores.orderedStream().toList()) {
            plugins = plugins.withStore(store);
        }
        return plugins;
    }

    /** The configuration under {@code kycport}. */
    @Bean
    @ConditionalOnMissingBean
    public KycConfig kycConfig(KycProperties properties, Plugins plugins) {
        boolean hasDataSource = plugins.stores().stream().anyMatch(store -> store.supports("datasource"));
        Map<String, Object> tree = Map.of("kyc", properties.tree(hasDataSource));
        String text = ConfigFactory.parseMap(tree, "kycport").root().render(ConfigRenderOptions.concise());
        // Spring has applied the environment.
        return KycConfig.parse(text, plugins, Map.of());
    }

    /** The meter, and the listeners: the application's beans, and one that publishes each event in the application. */
    @Bean
    @ConditionalOnMissingBean
    public Observers kycObservers(
            ObjectProvider<KycMeter> meter, ObjectProvider<KycListener> listeners, ApplicationEventPublisher events) {
        Observers observers = Observers.none()
                .meter(Optional.ofNullable(meter.getIfAvailable()).orElse(KycMeter.NONE))
                .listener(events::publishEvent);
        List<KycListener> own = listeners.orderedStream().toList();
        for (KycListener listener : own) {
            observers = observers.listener(listener);
        }
        return observers;
    }

    /** The running installation. It depends on the DataSource, so it is started after and stopped before it. */
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    public KycRuntime kycRuntime(KycConfig config, KycEnvironment environment, Observers observers) {
        return KycRuntime.from(config, environment, observers);
    }

    /** Closes the installation once the web server has stopped. */
    @Bean
    @ConditionalOnMissingBean
    public KycLifecycle kycLifecycle(KycRuntime runtime) {
        return new KycLifecycle(runtime);
    }

    /** The service. */
    @Bean
    @ConditionalOnMissingBean
    public KycService kycService(KycRuntime runtime) {
        return runtime.service();
    }
}
