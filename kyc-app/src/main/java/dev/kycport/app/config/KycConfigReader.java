package dev.kycport.app.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.identity.AadhaarValidation;
import dev.kycport.domain.session.Policies;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import dev.kycport.ports.spi.StoreFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a configuration, collecting every problem before it gives up. */
final class KycConfigReader {

    private static final String POLICY = "policy";
    private static final String MAINTENANCE = "maintenance";
    private static final String RETENTION = "retention";
    private static final String EVIDENCE = "evidence";
    private static final String HTTP = "http";
    private static final int MAX_BYTES = 1024 * 1024;

    private final Plugins plugins;
    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    KycConfigReader(Plugins plugins, Map<String, String> environment) {
        this.plugins = plugins;
        this.environment = environment;
    }

    KycConfig read(Optional<Path> file) {
        return parse(file.map(KycConfigReader::content)
                .orElseGet(() -> new DevelopmentConfig(plugins, environment).hocon()));
    }

    KycConfig parse(String hocon) {
        EnvironmentVariables variables = new EnvironmentVariables(environment);
        Section root = new Section("kyc", tree(hocon), variables, problems);
        root.rejectRenamed("upkeep.every", MAINTENANCE + ".interval");
        root.allowOnly(List.of(
                "profile", "providers", "routes", "store", MAINTENANCE, RETENTION, EVIDENCE, HTTP, "sandbox-numbers"));
        Profile profile = profile(root);
        new GuardReader(plugins).requireAtMostOne(problems);
        List<KycConfig.ProviderPart> providers = providers(root.section("providers"), profile);
        Map<Flow, List<ProviderId>> routes = routes(root.section("routes"), providers);
        AadhaarValidation numbers = numbers(root, profile);
        KycConfig.MaintenancePart maintenance = MaintenanceConfigReader.maintenance(root.section(MAINTENANCE));
        KycConfig.RetentionPart retention = MaintenanceConfigReader.retention(root.section(RETENTION));
        KycConfig.EvidencePart evidence = MaintenanceConfigReader.evidence(root.section(EVIDENCE), plugins.verifiers());
        KycConfig.HttpPart http = new HttpConfigReader(root.section(HTTP)).read();
        Optional<KycConfig.StorePart> store = store(root.section("store"), profile);
        if (profile == Profile.PRODUCTION
                && store.filter(KycConfig.StorePart::isShared).isPresent()) {
            MaintenanceConfigReader.requireArchive(root.section(RETENTION));
        }
        return store.filter(found -> problems.isEmpty())
                .map(found -> new KycConfig(
                        profile,
                        providers,
                        routes,
                        found,
                        maintenance,
                        retention,
                        numbers,
                        http,
                        plugins.archives(),
                        evidence,
                        variables.findUnused(hocon)))
                .orElseThrow(() -> new KycConfigException(problems));
    }

    private static String content(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new KycConfigException(List.of(file + " is larger than a configuration can be"));
            }
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new KycConfigException(List.of(file + " cannot be read"));
        }
    }

    private ConfigObject tree(String hocon) {
        ConfigObject root = new HoconReader(environment).read(hocon);
        root.keySet().stream()
                .filter(key -> !key.equals("kyc"))
                .forEach(key -> problems.add(Section.printable(key) + " is unknown; put every key into kyc { … }"));
        ConfigValue kyc = root.getOrDefault("kyc", ConfigFactory.empty().root());
        if (kyc instanceof ConfigObject inner) {
            return inner;
        }
        throw new KycConfigException(List.of("kyc must be an object in braces"));
    }

    private Profile profile(Section root) {
        String name = root.text("profile").orElse("production");
        if (!Set.of("production", "development").contains(name)) {
            root.addProblem("profile", "must be production or development");
        }
        // A misspelled profile is not reported twice.
        return name.equals("production") ? Profile.PRODUCTION : Profile.DEVELOPMENT;
    }

    private List<KycConfig.ProviderPart> providers(Section section, Profile profile) {
        section.allowOnly(
                plugins.providerNames(), "; the jar of another must be on the class path (./kyc --plugin JAR)");
        return plugins.providers().stream()
                .filter(factory -> section.keys().contains(factory.id().value()))
                .sorted(Comparator.comparing(ProviderFactory::isDevelopmentOnly))
                .map(factory -> provider(section, factory, profile))
                .toList();
    }

    private KycConfig.ProviderPart provider(Section section, ProviderFactory factory, Profile profile) {
        String name = factory.id().value();
        if (profile == Profile.PRODUCTION && factory.isDevelopmentOnly()) {
            section.addProblem(name, "is a simulated provider and is refused under profile = production");
        }
        Section part = section.section(name);
        GuardReader guards = new GuardReader(plugins);
        part.allowOnly(Stream.of(SettingsReader.keys(factory.settings()), Stream.of(POLICY), guards.keys(part))
                .flatMap(Function.identity())
                .toList());
        Settings settings = new SettingsReader(part).read(factory.settings());
        PolicyReader policies = new PolicyReader(part.section(POLICY));
        policies.applyTo(Policies.DEFAULT);
        return new KycConfig.ProviderPart(factory, settings, policies::applyTo, guards.read(part));
    }

    private Map<Flow, List<ProviderId>> routes(Section section, List<KycConfig.ProviderPart> providers) {
        section.allowOnly(Arrays.stream(Flow.values()).map(Flow::code).toList());
        List<String> configured =
                providers.stream().map(part -> part.factory().id().value()).toList();
        Map<Flow, List<ProviderId>> routes = new EnumMap<>(Flow.class);
        for (Flow flow : Flow.values()) {
            section.texts(flow.code()).ifPresent(names -> routes.put(flow, route(section, flow, names, configured)));
        }
        return routes;
    }

    private static List<ProviderId> route(Section section, Flow flow, List<String> names, List<String> configured) {
        names.stream()
                .filter(name -> !configured.contains(name))
                .forEach(name -> section.addProblem(
                        flow.code(),
                        "names a provider that kyc.providers does not configure; "
                                + SpellingSuggestion.suggest(name, configured)));
        if (new HashSet<>(names).size() != names.size()) {
            section.addProblem(flow.code(), "names a provider twice");
        }
        return names.stream().filter(configured::contains).map(ProviderId::new).toList();
    }

    private Optional<KycConfig.StorePart> store(Section section, Profile profile) {
        if (!section.has("url")) {
            section.addProblem("url", "is missing; it says where sessions and consents are kept, such as memory");
        }
        return section.text("url").flatMap(url -> store(section, url, profile));
    }

    private Optional<KycConfig.StorePart> store(Section section, String url, Profile profile) {
        Optional<StoreFactory> factory = plugins.store(url);
        if (factory.isEmpty()) {
            section.addProblem("url", "names a kind of store that is not on the class path");
        }
        if (profile == Profile.PRODUCTION
                && factory.filter(StoreFactory::isDevelopmentOnly).isPresent()) {
            section.addProblem("url", "names an in-memory store, which is refused under profile = production");
        }
        return factory.map(known -> {
            List<Setting<?>> settings = known.settings(url);
            section.allowOnly(Stream.concat(SettingsReader.keys(settings), Stream.of("url"))
                    .toList());
            return new KycConfig.StorePart(known, url, new SettingsReader(section).read(settings));
        });
    }

    private static AadhaarValidation numbers(Section root, Profile profile) {
        List<String> sandbox = root.texts("sandbox-numbers").orElse(List.of());
        if (profile == Profile.PRODUCTION && !sandbox.isEmpty()) {
            root.addProblem("sandbox-numbers", "are refused under profile = production");
        }
        if (!sandbox.stream().allMatch(number -> number.matches("[0-9]{12}"))) {
            root.addProblem("sandbox-numbers", "must be numbers of 12 digits, in quotation marks");
        }
        return new AadhaarValidation(new HashSet<>(sandbox));
    }
}
