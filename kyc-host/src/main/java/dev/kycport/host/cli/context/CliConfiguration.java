package dev.kycport.host.cli.context;

import dev.kycport.app.config.KycConfig;
import dev.kycport.app.config.Plugins;
import dev.kycport.app.runtime.InstalledPlugins;
import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.store.StoreUnavailableException;
import io.vavr.control.Either;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The plugins on the class path, and the configuration that a command uses. */
public record CliConfiguration(Plugins plugins, KycConfig config, Optional<Path> file) {

    private static final String STORE_URL = "KYC_STORE_URL";
    private static final String PENDING_CODES = "KYC_STORE_PENDING_CODES";

    private static final String DEFAULT_FILE = "./kyc-data/kyc.db";

    /** The default store: a file below the current folder. */
    public static final String DEFAULT_STORE = "jdbc:sqlite:" + DEFAULT_FILE;

    /**
     * Loads the file, or a configuration for development.
     *
     * @throws dev.kycport.app.config.KycConfigException if the configuration is invalid
     */
    public static CliConfiguration load(Optional<Path> file, Map<String, String> environment) {
        Plugins plugins = InstalledPlugins.find();
        Map<String, String> all = new HashMap<>(environment);
        if (file.isEmpty()) {
            all.putIfAbsent(STORE_URL, DEFAULT_STORE);
        }
        CliConfiguration configuration = new CliConfiguration(plugins, KycConfig.load(file, plugins, all), file);
        return file.isEmpty() && configuration.hasOnlyTestDoubles() && all.putIfAbsent(PENDING_CODES, "off") == null
                ? new CliConfiguration(plugins, KycConfig.load(file, plugins, all), file)
                : configuration;
    }

    /**
     * Loads the configuration of an administrative command. The store must exist: an empty one, created for the command,
     * would report that all is well.
     *
     * @throws StoreUnavailableException if it does not exist
     */
    public static CliConfiguration loadExistingStore(Optional<Path> file, Map<String, String> environment) {
        if (file.isEmpty() && !environment.containsKey(STORE_URL) && Files.notExists(Path.of(DEFAULT_FILE))) {
            throw new StoreUnavailableException(
                    "no database at " + DEFAULT_FILE + "; pass --config or set " + STORE_URL);
        }
        CliConfiguration configuration = load(file, environment);
        KycConfig.StorePart store = configuration.config().store();
        store.factory().requireExisting(store.url());
        return configuration;
    }

    // A developer has one test number, and no phone that could receive two codes.
    private boolean hasOnlyTestDoubles() {
        return config.providers().stream().allMatch(part -> part.factory().isDevelopmentOnly());
    }

    public KycRuntime start() {
        return KycRuntime.from(config);
    }

    boolean isConfigured(String provider) {
        return config.providers().stream()
                .anyMatch(part -> part.factory().id().value().equals(provider));
    }

    /** Whether the provider is a test double, which sends no code to a real phone. */
    public boolean isTestDouble(ProviderId provider) {
        return plugins.providers().stream()
                .anyMatch(factory -> factory.id().equals(provider) && factory.isDevelopmentOnly());
    }

    /** The provider's name, or why the provider cannot be used. */
    public Either<KycFailure, String> requireConfigured(String provider) {
        if (isConfigured(provider)) {
            return Either.right(provider);
        }
        return Either.left(plugins.providers().stream()
                .filter(factory -> factory.id().value().equals(provider))
                .findFirst()
                .map(this::unconfigured)
                .orElseGet(() -> InputField.PROVIDER.reject("is not on the class path; known: " + installedNames()
                        + "; add the jar of another with ./kyc --plugin JAR")));
    }

    /** The required settings of a provider: configuration keys, or environment variables where there is no file. */
    public List<String> requiredSettings(ProviderFactory factory) {
        return factory.settings().stream()
                .filter(Setting::required)
                .map(setting -> file.isPresent() ? setting.key() : KycConfig.environmentVariable(factory, setting))
                .toList();
    }

    private InputRejection unconfigured(ProviderFactory factory) {
        String name = factory.id().value();
        String required = String.join(", ", requiredSettings(factory));
        return InputField.PROVIDER.reject(file.map(path -> "is not configured: add kyc.providers." + name + " to "
                        + path + (required.isEmpty() ? "" : ", with " + required))
                .orElse("is not configured: set " + required + " in the environment, or pass --config"));
    }

    private String installedNames() {
        return plugins.providers().stream().map(factory -> factory.id().value()).collect(Collectors.joining(", "));
    }
}
