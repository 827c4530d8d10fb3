package dev.kycport.tck.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.tck.concurrency.BoundedCall;
import dev.kycport.tck.http.HttpReply;
import dev.kycport.tck.http.SocketServer;
import dev.kycport.tck.sample.MovableClock;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import io.vavr.control.Either;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a {@link ProviderFactory} owes: the settings it declares are the ones it reads, and creating a provider does nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class ProviderFactoryContract {

    /** Keys that name a secret, such as {@code api-key} and {@code password-file}. */
    private static final Pattern SECRET_KEY = Pattern.compile(
            "(^|[-_.])(secret|password|passphrase|passwd|token|credentials?|api-?key|private-key)($|[-_.])");

    /** Longer than any default, within what a host accepts. */
    private static final Duration LONG_TIMEOUT = Duration.ofMinutes(17);

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String WHISPER = "whisper";

    /** For the adapter's test. */
    protected ProviderFactoryContract() {}

    /** A factory as {@code ServiceLoader} creates it. */
    protected abstract ProviderFactory factory();

    /** Values by their keys for texts that must have a certain form. Required credentials and texts have a value already. */
    protected Map<String, Object> values() {
        return Map.of();
    }

    final Stream<String> credentials() {
        return keys(setting -> setting.kind() == Setting.Kind.CREDENTIAL);
    }

    final Stream<String> timeouts() {
        return keys(setting ->
                setting.kind() == Setting.Kind.DURATION && setting.key().endsWith("timeout"));
    }

    /** If it fails, name the class in {@code META-INF/services/dev.kycport.ports.spi.ProviderFactory}, and make it and its constructor public. */
    @Test
    final void a_host_finds_the_factory_by_its_name() {
        assertThat(ServiceLoader.load(ProviderFactory.class))
                .as("factories on the class path with the id %s", factory().id())
                .filteredOn(found -> found.id().equals(factory().id()))
                .extracting(Object::getClass)
                .containsOnlyOnce(factory().getClass());
    }

    /** If it fails, return from {@code settings()} the very constants that {@code create} reads. */
    @Test
    final void only_declared_settings_are_read() {
        DeclaredSettings settings = settings(Map.of());

        factory().create(settings, MovableClock.atSampleTime());

        assertThat(settings.problems())
                .as(
                        "settings of %s. Declare and read the same constant",
                        factory().id())
                .isEmpty();
    }

    /** If it fails, remove the setting: a host that configures it believes that it does something. */
    @Test
    final void every_declared_setting_is_read() {
        DeclaredSettings settings = settings(Map.of());

        factory().create(settings, MovableClock.atSampleTime());

        assertThat(settings.unread())
                .as(
                        "settings that %s declares and create does not read",
                        factory().id())
                .isEmpty();
    }

    /** If it fails, create settings with the methods of {@code Setting}: a kind decides the Java type of its values. */
    @Test
    final void every_setting_has_the_type_of_its_kind() {
        for (Setting<?> setting : factory().settings()) {
            setting.defaultValue()
                    .ifPresent(value -> assertThat(value)
                            .as("the default of %s, whose kind is %s", setting.key(), setting.kind())
                            .isInstanceOf(DeclaredSettings.type(setting.kind())));
        }
        assertThat(factory().settings()).extracting(Setting::key).doesNotHaveDuplicates();
    }

    /** If it fails, use {@code Setting.credential}: a text is shown by commands and in messages. */
    @Test
    final void a_secret_is_declared_as_a_credential() {
        assertThat(keys(setting -> setting.kind() != Setting.Kind.CREDENTIAL
                        && SECRET_KEY.matcher(setting.key()).find()))
                .as(
                        "settings of %s that name a secret and are no credential",
                        factory().id())
                .isEmpty();
        assertThat(factory().settings().stream()
                        .filter(setting -> setting.kind() == Setting.Kind.CREDENTIAL)
                        .filter(setting -> setting.defaultValue().isPresent())
                        .map(Setting::key))
                .as(
                        "credentials of %s that have a default: a secret in the source is none",
                        factory().id())
                .isEmpty();
    }

    /** If it fails, keep credentials as {@code Credential}, and reveal them only for the request that needs them. */
    @Test
    final void a_new_provider_shows_no_credential() {
        KycProvider provider = factory().create(settings(Map.of()), MovableClock.atSampleTime());

        assertThat(Canary.DEFAULT.findIn("provider", provider))
                .as("credentials in the fields and texts of the provider. Keep them as Credential")
                .isEmpty();
    }

    /** If it fails, move the first request into the first call: a host starts although the vendor is away. */
    @Test
    final void creating_a_provider_connects_to_nobody() {
        try (SocketServer vendor = SocketServer.start(request -> HttpReply.of(404))) {
            ProviderFactory factory = factory();
            DeclaredSettings settings = settings(addresses(vendor.url()));
            BoundedCall.run(LIMIT, () -> factory.create(settings, MovableClock.atSampleTime()));

            assertThat(vendor.connections())
                    .as("connections that create opened. Connect with the first call")
                    .isZero();
        }
    }

    /** If it fails, return the configured address from {@code endpoint()}, and the factory's id from {@code id()}. */
    @Test
    final void the_provider_has_the_id_and_the_address_of_its_configuration() {
        URI address = URI.create("http://127.0.0.1:9");
        KycProvider provider = factory().create(settings(addresses(address)), MovableClock.atSampleTime());

        assertThat(provider.id()).isEqualTo(factory().id());
        assertThat(provider.flows()).as("flows that %s offers", provider.id()).isNotEmpty();
        if (!addresses(address).isEmpty()) {
            assertThat(provider.endpoint().map(URI::getAuthority))
                    .as("the address of endpoint(), which providers --check connects to, is the configured one")
                    .hasValue(address.getAuthority());
        }
    }

    /** If it fails, add up in {@code callTimeout()} all the time that one call can take: too short, and a call that still runs counts as lost. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("timeouts")
    final void the_call_timeout_grows_with_every_timeout_of_the_configuration(String key) {
        Duration usual = provider(Map.of()).callTimeout();
        Duration configured = (Duration) settings(Map.of()).value(key).orElse(Duration.ZERO);
        Duration grown = provider(Map.of(key, LONG_TIMEOUT)).callTimeout();

        assertThat(grown)
                .as("callTimeout() once %s is %s instead of %s; before it was %s", key, LONG_TIMEOUT, configured, usual)
                .isGreaterThanOrEqualTo(usual.plus(LONG_TIMEOUT).minus(configured));
    }

    /**
     * If it fails, refuse such a credential in {@code create} with an {@code IllegalArgumentException} that begins with the key of
     * the setting. The client's own exception names a header, and quotes the secret.
     */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("credentials")
    final void a_credential_that_fits_no_header_is_refused_by_its_key(String key) {
        for (String unfit : List.of("line\nbreak-" + WHISPER, "na\u00EFve-" + WHISPER, "nul\0-" + WHISPER)) {
            try (SocketServer vendor = SocketServer.start(request -> HttpReply.of(404))) {
                Map<String, Object> configured = new HashMap<>(addresses(vendor.url()));
                configured.put(key, new Credential(unfit));
                try {
                    KycProvider provider = provider(configured);
                    assertThatCode(() -> callOnce(provider))
                            .as("a call after create has accepted an unfit %s", key)
                            .doesNotThrowAnyException();
                } catch (IllegalArgumentException refused) {
                    assertThat(String.valueOf(refused.getMessage()))
                            .as("the message about an unfit credential begins with its key and shows nothing of it")
                            .startsWith(key)
                            .doesNotContain(WHISPER);
                    assertThat(String.valueOf(refused.getCause()))
                            .as("the cause of the message about %s", key)
                            .doesNotContain(WHISPER);
                }
            }
        }
    }

    /** If it fails, check what {@code close()} releases twice, and that it throws nothing. */
    @Test
    final void a_provider_can_be_closed_more_than_once() {
        KycProvider provider = provider(Map.of());

        assertThatCode(() -> {
                    provider.close();
                    provider.close();
                })
                .as("close() of %s, called twice", provider.id())
                .doesNotThrowAnyException();
    }

    private static void callOnce(KycProvider provider) {
        List<Either<ProviderFailure, ?>> answers = BoundedCall.run(
                LIMIT,
                () -> Stream.<Either<ProviderFailure, ?>>concat(
                                provider.directOtp().stream()
                                        .map(gateway -> gateway.send(
                                                proof(provider, ProviderCall.SEND_CODE), Canary.DEFAULT.aadhaar())),
                                provider.captchaOtp().stream()
                                        .map(gateway -> gateway.fetchCaptcha(proof(provider, ProviderCall.CONNECT))))
                        .toList());
        assertThat(answers.toString()).as("answers").doesNotContain(WHISPER);
    }

    private static ConsentProof proof(KycProvider provider, ProviderCall call) {
        return SampleValues.anyProof(provider.id(), call);
    }

    private KycProvider provider(Map<String, Object> configured) {
        return factory().create(settings(configured), MovableClock.atSampleTime());
    }

    private DeclaredSettings settings(Map<String, Object> configured) {
        Map<String, Object> all = new HashMap<>();
        for (Setting<?> setting : factory().settings()) {
            if (setting.required() && setting.kind() == Setting.Kind.CREDENTIAL) {
                all.put(setting.key(), Canary.DEFAULT.secret());
            } else if (setting.required() && setting.kind() == Setting.Kind.TEXT) {
                all.put(setting.key(), "sample");
            }
        }
        all.putAll(values());
        all.putAll(configured);
        return new DeclaredSettings(factory().settings(), all);
    }

    private Map<String, Object> addresses(URI url) {
        Map<String, Object> addresses = new HashMap<>();
        keys(setting -> setting.kind() == Setting.Kind.URL).forEach(key -> addresses.put(key, url));
        return addresses;
    }

    private Stream<String> keys(Predicate<Setting<?>> matching) {
        return factory().settings().stream().filter(matching).map(Setting::key);
    }
}
