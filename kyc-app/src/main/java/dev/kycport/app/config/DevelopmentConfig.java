package dev.kycport.app.config;

import com.typesafe.config.ConfigUtil;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.Setting;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What holds where no file is named: every provider that needs no settings or gets them from the environment, and a
 * store in memory.
 */
final class DevelopmentConfig {

    private final Plugins plugins;
    private final Map<String, String> environment;

    DevelopmentConfig(Plugins plugins, Map<String, String> environment) {
        this.plugins = plugins;
        this.environment = environment;
    }

    String hocon() {
        List<ProviderFactory> usable =
                plugins.providers().stream().filter(this::isUsable).toList();
        return "kyc { profile = development, store { url = memory }, providers {"
                + usable.stream().map(this::provider).collect(Collectors.joining(", "))
                + "} }";
    }

    private boolean isUsable(ProviderFactory factory) {
        return factory.settings().stream()
                .filter(Setting::required)
                .allMatch(setting -> environment.containsKey(KycConfig.environmentVariable(factory, setting)));
    }

    private String provider(ProviderFactory factory) {
        return factory.settings().stream()
                .filter(setting -> environment.containsKey(KycConfig.environmentVariable(factory, setting)))
                .map(setting -> setting.key() + " = "
                        + ConfigUtil.quoteString(environment.get(KycConfig.environmentVariable(factory, setting))))
                .collect(Collectors.joining(", ", factory.id().value() + " {", "}"));
    }
}
