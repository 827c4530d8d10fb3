package dev.kycport.app.config;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.identity.AadhaarValidation;
import dev.kycport.domain.session.Policies;
import dev.kycport.ports.evidence.EvidenceVerifier;
import dev.kycport.ports.observe.KycMeter;
import dev.kycport.ports.spi.ArchiveFactory;
import dev.kycport.ports.spi.EvidenceVerifierFactory;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.ProviderGuard;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import dev.kycport.ports.spi.StoreFactory;
import dev.kycport.ports.store.SessionArchive;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A checked configuration.
 *
 * @param providers every provider it configures
 * @param routes for each flow its providers, the first choice first
 * @param store where sessions and consents are stored
 * @param maintenance the background tasks
 * @param retention how long sessions are kept, if the store is persistent
 * @param numbers which numbers count as Aadhaar numbers
 * @param http how the API and the pages are served, by a host that serves them
 * @param archives the archives on the class path
 * @param evidence how signed documents are checked
 * @param warnings what looks like a mistake but stops nothing: environment variables {@code KYC_…} that are not used
 */
public record KycConfig(
        Profile profile,
        List<ProviderPart> providers,
        Map<Flow, List<ProviderId>> routes,
        StorePart store,
        MaintenancePart maintenance,
        RetentionPart retention,
        AadhaarValidation numbers,
        HttpPart http,
        List<ArchiveFactory> archives,
        EvidencePart evidence,
        List<String> warnings) {

    /**
     * A configured provider.
     *
     * @param policies the provider's policies as the configuration overrides them
     * @param guard wraps the provider, if a guard is on the class path
     */
    public record ProviderPart(
            ProviderFactory factory, Settings settings, UnaryOperator<Policies> policies, Optional<GuardPart> guard) {}

    /** A configured guard. */
    public record GuardPart(ProviderGuard guard, Settings settings) {}

    /** A configured store. */
    public record StorePart(StoreFactory factory, String url, Settings settings) {

        /** Whether nodes on several machines can share it. */
        boolean isShared() {
            return factory.isShared(url);
        }

        /** Without the URL, which may hold a password. */
        @Override
        public String toString() {
            return "StorePart[" + factory.getClass().getSimpleName() + ", " + settings + "]";
        }
    }

    /**
     * The background tasks.
     *
     * @param interval how often due sessions are reconciled, 1 second to 1 hour
     */
    public record MaintenancePart(Duration interval) {

        /** Every 30 seconds. */
        public static final MaintenancePart DEFAULT = new MaintenancePart(Duration.ofSeconds(30));
    }

    /**
     * How long sessions and their audit trails are kept.
     *
     * @param live in the store, 1 day to 10 years
     * @param archived in the archive after that, 1 day to 10 years
     * @param archive the folder of the archive
     * @param purgeInterval how often there is a purge, 1 hour to 31 days
     */
    public record RetentionPart(Duration live, Duration archived, Path archive, Duration purgeInterval) {

        /**
         * Two years live and five archived, as UIDAI's Aadhaar (Authentication and Offline Verification) Regulations of 2021
         * want of logs; a purge a day.
         */
        public static final RetentionPart DEFAULT = new RetentionPart(
                Duration.ofDays(730), Duration.ofDays(1825), Path.of("kyc-data", "archive"), Duration.ofDays(1));
    }

    /**
     * How signed documents are checked.
     *
     * @param signerFile further certificates to trust
     * @param factories the verifiers on the class path
     */
    public record EvidencePart(Optional<Path> signerFile, List<EvidenceVerifierFactory> factories) {

        public EvidencePart {
            factories = List.copyOf(factories);
        }
    }

    /**
     * How the API and the pages are served.
     *
     * @param port from 0, which takes a free one, to 65535
     * @param bind the address to listen at
     * @param publicUrl where callers reach it; https declares that TLS is in front. Empty for the address itself
     * @param keys the keys of the callers
     * @param returnUrls where the hosted page may send the person at the end
     * @param name what the hosted page calls the host
     * @param logo an image file for the hosted page
     * @param linkLifetime how long a link to a hosted page can be opened, 1 minute to 24 hours
     */
    public record HttpPart(
            int port,
            String bind,
            Optional<URI> publicUrl,
            List<HttpKey> keys,
            List<URI> returnUrls,
            String name,
            Optional<Path> logo,
            Duration linkLifetime) {

        /** On a loopback address, without keys. */
        public static final HttpPart DEFAULT = new HttpPart(
                8080,
                "127.0.0.1",
                Optional.empty(),
                List.of(),
                List.of(),
                "KycPort",
                Optional.empty(),
                Duration.ofMinutes(15));

        public HttpPart {
            keys = List.copyOf(keys);
            returnUrls = List.copyOf(returnUrls);
        }
    }

    /**
     * The key of a caller of the API.
     *
     * @param scope {@code session} or {@code operator}
     * @param sha256 the SHA-256 of the key, as 64 lower-case hexadecimal digits
     */
    public record HttpKey(String name, String scope, String sha256) {}

    /**
     * The configuration in that file, or the one for development if no file is named: every provider whose required settings
     * the environment gives, as in {@code DEEPVUE_CLIENT_ID}, simulated ones last, and an in-memory store.
     *
     * @throws KycConfigException if it cannot be used
     */
    public static KycConfig load(Optional<Path> file, Plugins plugins, Map<String, String> environment) {
        return new KycConfigReader(plugins, environment).read(file);
    }

    /**
     * The configured providers, each behind its guard, without metrics of its circuits. Opens no connection yet.
     *
     * @throws KycConfigException like {@link #createProviders(InstantSource, KycMeter)}
     */
    public List<KycProvider> createProviders(InstantSource time) {
        return createProviders(time, KycMeter.NONE);
    }

    /**
     * The configured providers, each behind its guard. Opens no connection yet.
     *
     * @param meter counts the changes of circuits
     * @throws KycConfigException if settings that are right one by one do not go together, or a route names a provider that
     *     does not offer the flow
     */
    public List<KycProvider> createProviders(InstantSource time, KycMeter meter) {
        return new ProviderInitializer(this, time, meter).createAll();
    }

    /**
     * The archive for sessions that are purged from a persistent store; empty if the store is in memory.
     *
     * @throws KycConfigException if there is not exactly one archive on the class path
     */
    public Optional<SessionArchive> createArchive(InstantSource clock) {
        if (store.factory().isDevelopmentOnly()) {
            return Optional.empty();
        }
        if (archives.size() != 1) {
            throw new KycConfigException(
                    List.of("kyc.retention.archive needs exactly one archive on the class path, such as"
                            + " adapter-archive; found " + archives.size()));
        }
        return Optional.of(archives.get(0).open(retention.archive(), clock));
    }

    /**
     * The verifier of signed documents; empty if there is none on the class path.
     *
     * @throws KycConfigException if there are several, or the file in {@code kyc.evidence.signers} cannot be used
     */
    public Optional<EvidenceVerifier> createEvidenceVerifier() {
        if (evidence.factories().size() > 1) {
            throw new KycConfigException(
                    List.of("at most one verifier of signed documents may be on the class path; found "
                            + evidence.factories().size()));
        }
        try {
            return evidence.factories().stream().findFirst().map(factory -> factory.create(evidence.signerFile()));
        } catch (IllegalArgumentException unusable) {
            throw new KycConfigException(List.of("kyc.evidence.signers: " + unusable.getMessage()));
        }
    }

    /**
     * The verifier of signed documents, for a program that cannot do without.
     *
     * @throws KycConfigException if there is none on the class path, or for a reason of {@link #createEvidenceVerifier()}
     */
    public EvidenceVerifier requireEvidenceVerifier() {
        return createEvidenceVerifier()
                .orElseThrow(() -> new KycConfigException(
                        List.of("no verifier of signed documents is on the class path; add adapter-uidai")));
    }

    /** The policies of that provider: its own, unless the configuration overrides them. */
    public Policies policies(KycProvider provider) {
        return providers.stream()
                .filter(part -> part.factory().id().equals(provider.id()))
                .map(part -> part.policies().apply(provider.policies()))
                .findFirst()
                .orElseGet(provider::policies);
    }

    /**
     * The configuration in that text.
     *
     * @throws KycConfigException if it cannot be used
     */
    public static KycConfig parse(String hocon, Plugins plugins, Map<String, String> environment) {
        return new KycConfigReader(plugins, environment).parse(hocon);
    }

    /** The environment variable that gives a provider this setting where no file is named, such as {@code DEEPVUE_CLIENT_ID}. */
    public static String environmentVariable(ProviderFactory factory, Setting<?> setting) {
        return (factory.id().value() + "_" + setting.key())
                .toUpperCase(Locale.ROOT)
                .replace('-', '_');
    }
}
