package dev.kycport.host.cli;

import dev.kycport.app.config.KycConfig;
import dev.kycport.app.config.Plugins;
import dev.kycport.app.wiring.InstalledPlugins;
import dev.kycport.app.wiring.KycPort;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.Field;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.ports.ProviderFactory;
import dev.kycport.ports.Setting;
import dev.kycport.ports.StoreUnavailableException;
import io.vavr.control.Either;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is on the class path, and what the configuration makes of it. */
record Installation(Plugins plugins, KycConfig config, Optional<Path> file) {

    private static final String STORE = "KYC_STORE_URL";
    private static final String PENDING_CODES = "KYC_STORE_PENDING_CODES";

    private static final String USUAL_FILE = "./kyc-data/kyc.db";

    /** Where things are kept if nobody says where: a file below the current folder. */
    static final String USUAL_STORE = "jdbc:sqlite:" + USUAL_FILE;

    /**
     * The installation that this file describes, or the one for development.
     *
     * @throws dev.kycport.app.config.KycConfigException if the configuration cannot be used
     */
    static Installation load(Optional<Path> file, Map<String, String> environment) {
        Plugins plugins = InstalledPlugins.find();
        Map<String, String> all = new HashMap<>(environment);
        if (file.isEmpty()) {
            all.putIfAbsent(STORE, USUAL_STORE);
        }
        Installation told = new Installation(plugins, KycConfig.load(file, plugins, all), file);
        return file.isEmpty() && told.onlyPlays() && all.putIfAbsent(PENDING_CODES, "off") == null
                ? new Installation(plugins, KycConfig.load(file, plugins, all), file)
                : told;
    }

    /**
     * The same for whoever looks after what is kept: a store that nobody named has to be there, since an empty one that is made
     * for the occasion would answer that all is well.
     *
     * @throws StoreUnavailableException if it is not
     */
    static Installation loadToKeep(Optional<Path> file, Map<String, String> environment) {
        if (file.isEmpty() && !environment.containsKey(STORE) && Files.notExists(Path.of(USUAL_FILE))) {
            throw new StoreUnavailableException("nothing is kept in " + USUAL_FILE + "; name the store by --config or "
                    + STORE + ", or go where it is");
        }
        return load(file, environment);
    }

    // Who tries things out has one number to do it with, and no phone that gets two codes.
    private boolean onlyPlays() {
        return config.providers().stream().allMatch(part -> part.factory().forDevelopmentOnly());
    }

    KycPort start() {
        return KycPort.from(config);
    }

    boolean isConfigured(String provider) {
        return config.providers().stream()
                .anyMatch(part -> part.factory().id().value().equals(provider));
    }

    /** Whether a provider only plays one. */
    boolean plays(ProviderId provider) {
        return plugins.providers().stream()
                .anyMatch(factory -> factory.id().equals(provider) && factory.forDevelopmentOnly());
    }

    /** The provider's name, or why it cannot be used. */
    Either<InputRejection, String> usable(String provider) {
        if (isConfigured(provider)) {
            return Either.right(provider);
        }
        return Either.left(plugins.providers().stream()
                .filter(factory -> factory.id().value().equals(provider))
                .findFirst()
                .map(this::unconfigured)
                .orElseGet(() -> Field.PROVIDER.because("is not installed; installed: " + names())));
    }

    /** The settings without which a provider cannot be configured, as they are to be given. */
    List<String> required(ProviderFactory factory) {
        return factory.settings().stream()
                .filter(Setting::required)
                .map(setting -> file.isPresent() ? setting.key() : KycConfig.variable(factory, setting))
                .toList();
    }

    private InputRejection unconfigured(ProviderFactory factory) {
        String name = factory.id().value();
        String required = String.join(", ", required(factory));
        return Field.PROVIDER.because(file.map(path -> "is installed but not configured: add kyc.providers." + name
                        + " to " + path + (required.isEmpty() ? "" : ", with " + required))
                .orElse("is installed but not configured: set " + required + " in the environment, or name a file by"
                        + " --config"));
    }

    private String names() {
        return plugins.providers().stream().map(factory -> factory.id().value()).collect(Collectors.joining(", "));
    }
}
