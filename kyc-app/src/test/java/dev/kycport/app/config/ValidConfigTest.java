package dev.kycport.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.adapter.memory.InMemoryStoreFactory;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.session.Policies;
import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.spi.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ValidConfigTest {

    private static final String EXAMPLE = """
            kyc {
              routes { direct-otp = [deepvue, accuauth], captcha-otp = [fake], digilocker = [fake] }
              providers {
                deepvue  { base-url = "https://production.deepvue.example", client-id = ${?DEEPVUE_CLIENT_ID}
                           client-secret = ${?DEEPVUE_CLIENT_SECRET}, connect-timeout = 3s, read-timeout = 30s }
                accuauth { base-url = "http://127.0.0.1:8080", client-id = ${?ACCUAUTH_API_ID}
                           client-secret = ${?ACCUAUTH_API_SECRET}, body = form }
                fake     { }
              }
              store { url = memory }
              profile = development
            }
            """;
    private static final Map<String, String> SECRETS = Map.of(
            "DEEPVUE_CLIENT_ID", "canary-1",
            "DEEPVUE_CLIENT_SECRET", "canary-2",
            "ACCUAUTH_API_ID", "canary-3",
            "ACCUAUTH_API_SECRET", "canary-4");

    @TempDir
    private Path folder;

    @Test
    void the_example_is_read() {
        KycConfig config = TestConfigs.parse(EXAMPLE, SECRETS);

        assertThat(config.profile()).isEqualTo(Profile.DEVELOPMENT);
        assertThat(config.routes())
                .containsEntry(Flow.DIRECT_OTP, List.of(new ProviderId("deepvue"), new ProviderId("accuauth")))
                .containsEntry(Flow.DIGILOCKER, List.of(new ProviderId("fake")));
        assertThat(settings(config, "deepvue").get(TestVendorFactory.BASE_URL))
                .isEqualTo(URI.create("https://production.deepvue.example"));
        assertThat(settings(config, "deepvue").get(TestVendorFactory.CLIENT_ID)).isEqualTo(new Credential("canary-1"));
        assertThat(settings(config, "accuauth").get(TestVendorFactory.BODY)).isEqualTo("form");
        assertThat(config.createProviders(() -> Instant.EPOCH)).hasSize(3);
    }

    @Test
    void everything_not_configured_has_its_default() {
        Settings settings = settings(TestConfigs.parse(EXAMPLE, SECRETS), "deepvue");

        assertThat(settings.get(TestVendorFactory.BODY)).isEqualTo("json");
        assertThat(settings.get(TestVendorFactory.CALLS)).isEqualTo(5);
        assertThat(settings.get(TestVendorFactory.LARGEST)).isEqualTo(8L << 20);
        assertThat(settings.find(TestVendorFactory.PROXY_SECRET)).isEmpty();
    }

    @Test
    void how_it_is_served_is_configurable() {
        KycConfig.HttpPart http = TestConfigs.parse(
                        TestConfigs.kyc(
                                "http { port = 9000, bind = \"0.0.0.0\", public-url = \"https://kyc.example/x\","
                                        + " name = \"Example Bank\", link-lifetime = 5m,"
                                        + " return-urls = [\"https://shop.example/done\"],"
                                        + " keys { ops { scope = operator, sha256 = \"" + "0a".repeat(32) + "\" } } }"),
                        Map.of("KYC_HTTP_PORT", "9001"))
                .http();

        assertThat(http.port()).isEqualTo(9001);
        assertThat(http.publicUrl()).contains(URI.create("https://kyc.example/x"));
        assertThat(http.returnUrls()).containsExactly(URI.create("https://shop.example/done"));
        assertThat(http.linkLifetime()).hasMinutes(5);
        assertThat(http.keys()).containsExactly(new KycConfig.HttpKey("ops", "operator", "0a".repeat(32)));
        assertThat(TestConfigs.parse(EXAMPLE, SECRETS).http()).isEqualTo(KycConfig.HttpPart.DEFAULT);
    }

    @Test
    void the_default_retention_periods_are_the_legal_ones() {
        KycConfig defaults = TestConfigs.parse(EXAMPLE, SECRETS);

        assertThat(defaults.maintenance().interval()).hasSeconds(30);
        assertThat(defaults.retention())
                .isEqualTo(new KycConfig.RetentionPart(
                        Duration.ofDays(730),
                        Duration.ofDays(1825),
                        Path.of("./kyc-data/archive").normalize(),
                        Duration.ofDays(1)));
    }

    @Test
    void retention_periods_are_configurable() {
        KycConfig config = TestConfigs.parse(
                TestConfigs.kyc(
                        "maintenance { interval = 5s }, retention { live = 100d, archived = 2d, archive = \"/srv/a\" }"),
                Map.of("KYC_RETENTION_INTERVAL", "2h", "KYC_MAINTENANCE_INTERVAL", "6s"));

        assertThat(config.maintenance().interval()).hasSeconds(6);
        assertThat(config.retention())
                .isEqualTo(new KycConfig.RetentionPart(
                        Duration.ofDays(100), Duration.ofDays(2), Path.of("/srv/a"), Duration.ofHours(2)));
    }

    @Test
    @Tag("P2")
    void a_configuration_prints_no_secret() {
        KycConfig config = TestConfigs.parse(EXAMPLE, SECRETS);

        assertThat(config.toString()).doesNotContain("canary");
    }

    @Test
    @Tag("P2")
    void a_stores_url_is_not_printed() {
        KycConfig.StorePart store = new KycConfig.StorePart(
                new InMemoryStoreFactory(), "jdbc:postgresql://u:canary@db/kyc", new CheckedSettings(Map.of()));

        assertThat(store.toString()).doesNotContain("canary");
    }

    @Test
    void a_secret_that_the_environment_lacks_is_missing() {
        assertThatThrownBy(() -> TestConfigs.parse(EXAMPLE))
                .isInstanceOf(KycConfigException.class)
                .hasMessageContaining("kyc.providers.deepvue.client-id is missing")
                .hasMessageContaining("kyc.providers.accuauth.client-secret is missing");
    }

    @Test
    void the_environment_overrides_a_word_a_list_a_duration_and_a_number() {
        KycConfig config = TestConfigs.parse(
                TestConfigs.vendor("read-timeout = 5s, calls = 2, policy { otp { attempts = 2 } }"),
                Map.of(
                        "KYC_PROVIDERS_DEEPVUE_READ_TIMEOUT", "7 s",
                        "KYC_PROVIDERS_DEEPVUE_CALLS", "9",
                        "KYC_PROVIDERS_DEEPVUE_BODY", "form",
                        "KYC_PROVIDERS_DEEPVUE_BASE_URL", "https://other.example",
                        "KYC_PROVIDERS_DEEPVUE_POLICY_OTP_ATTEMPTS", "4",
                        "KYC_ROUTES_DIRECT_OTP", "deepvue",
                        "KYC_SANDBOX_NUMBERS", "655675523712, 999999990001"));

        Settings settings = settings(config, "deepvue");
        assertThat(settings.get(TestVendorFactory.READ_TIMEOUT)).isEqualTo(Duration.ofSeconds(7));
        assertThat(settings.get(TestVendorFactory.CALLS)).isEqualTo(9);
        assertThat(settings.get(TestVendorFactory.BODY)).isEqualTo("form");
        assertThat(settings.get(TestVendorFactory.BASE_URL)).hasHost("other.example");
        assertThat(config.providers()
                        .get(0)
                        .policies()
                        .apply(Policies.DEFAULT)
                        .otp()
                        .attempts())
                .isEqualTo(4);
        assertThat(config.routes()).containsEntry(Flow.DIRECT_OTP, List.of(new ProviderId("deepvue")));
        assertThat(IdentityNumber.parseNumber("655675523712", config.numbers()).isRight())
                .isTrue();
        assertThat(IdentityNumber.parseNumber("999999990001", config.numbers()).isRight())
                .isTrue();
    }

    @Test
    void numbers_are_read_in_their_common_forms() {
        Settings settings = settings(
                TestConfigs.parse(TestConfigs.vendor(
                        "read-timeout = 1.5 minutes, connect-timeout = 0, largest-reply = 2 MiB, calls = \"3\"")),
                "deepvue");

        assertThat(settings.get(TestVendorFactory.READ_TIMEOUT)).isEqualTo(Duration.ofSeconds(90));
        assertThat(settings.get(TestVendorFactory.CONNECT_TIMEOUT)).isZero();
        assertThat(settings.get(TestVendorFactory.LARGEST)).isEqualTo(2L << 20);
        assertThat(settings.get(TestVendorFactory.CALLS)).isEqualTo(3);
    }

    @Test
    void a_secret_can_lie_in_a_file() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "  canary-9\n");

        Settings settings = settings(
                TestConfigs.parse(TestConfigs.kyc(
                        "providers { deepvue { client-id = a, client-secret-file = \"" + secret + "\" } }")),
                "deepvue");

        assertThat(settings.get(TestVendorFactory.CLIENT_SECRET)).isEqualTo(new Credential("canary-9"));
    }

    @Test
    void a_secrets_file_can_be_named_by_the_environment() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "canary-9");

        Settings settings = settings(
                TestConfigs.parse(
                        TestConfigs.kyc("providers { deepvue { client-id = a } }"),
                        Map.of("KYC_PROVIDERS_DEEPVUE_CLIENT_SECRET_FILE", secret.toString())),
                "deepvue");

        assertThat(settings.get(TestVendorFactory.CLIENT_SECRET)).isEqualTo(new Credential("canary-9"));
    }

    @Test
    void a_setting_that_is_no_secret_comes_from_no_file() {
        Settings settings = settings(
                TestConfigs.parse(
                        TestConfigs.vendor("note = x"), Map.of("KYC_PROVIDERS_DEEPVUE_CALLS_FILE", "anything")),
                "deepvue");

        assertThat(settings.get(TestVendorFactory.CALLS)).isEqualTo(5);
    }

    @Test
    void a_secrets_file_that_is_empty_or_huge_is_refused() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), " \n");
        Path huge = Files.writeString(folder.resolve("huge"), "x".repeat(70_000));

        assertThatThrownBy(() -> secretIn(empty)).hasMessage("kyc.providers.deepvue.client-secret is empty");
        assertThatThrownBy(() -> secretIn(huge))
                .hasMessage("kyc.providers.deepvue.client-secret-file names a file that is too large for a secret");
    }

    @Test
    void a_file_is_read_and_one_that_cannot_be_is_named() throws IOException {
        Path right = Files.writeString(folder.resolve("kyc.conf"), EXAMPLE);
        Path huge = Files.writeString(folder.resolve("huge.conf"), "# " + "x".repeat(2 << 20));
        Path missing = folder.resolve("missing.conf");
        Path binary = Files.write(folder.resolve("binary.conf"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThat(load(right).profile()).isEqualTo(Profile.DEVELOPMENT);
        assertThatThrownBy(() -> load(huge)).hasMessage(huge + " is larger than a configuration can be");
        assertThatThrownBy(() -> load(missing)).hasMessage(missing + " cannot be read");
        assertThatThrownBy(() -> load(binary)).hasMessage(binary + " cannot be read");
        assertThatThrownBy(() -> load(folder)).isInstanceOf(KycConfigException.class);
    }

    @Test
    void without_a_file_every_configured_provider_is_used_with_the_fake_last() {
        KycConfig bare = KycConfig.load(Optional.empty(), TestConfigs.PLUGINS, Map.of());
        KycConfig equipped = KycConfig.load(
                Optional.empty(),
                TestConfigs.PLUGINS,
                Map.of("ACCUAUTH_CLIENT_ID", "a \"b\" ${c}", "ACCUAUTH_CLIENT_SECRET", "s", "FAKE_LATENCY", "1s"));

        assertThat(names(bare)).containsExactly("fake");
        assertThat(names(equipped)).containsExactlyInAnyOrder("accuauth", "fake");
        assertThat(settings(equipped, "accuauth").get(TestVendorFactory.CLIENT_ID))
                .isEqualTo(new Credential("a \"b\" ${c}"));
        assertThat(equipped.store().url()).isEqualTo("memory");
    }

    private KycConfig load(Path file) {
        return KycConfig.load(Optional.of(file), TestConfigs.PLUGINS, SECRETS);
    }

    private static KycConfig secretIn(Path file) {
        return TestConfigs.parse(
                TestConfigs.kyc("providers { deepvue { client-id = a, client-secret-file = \"" + file + "\" } }"));
    }

    private static List<String> names(KycConfig config) {
        return config.createProviders(() -> Instant.EPOCH).stream()
                .map(KycProvider::id)
                .map(ProviderId::value)
                .toList();
    }

    private static Settings settings(KycConfig config, String provider) {
        return config.providers().stream()
                .filter(part -> part.factory().id().value().equals(provider))
                .findFirst()
                .orElseThrow()
                .settings();
    }
}
