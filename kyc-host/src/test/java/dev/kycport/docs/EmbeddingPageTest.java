package dev.kycport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.adapter.fake.FakeProviderFactory;
import dev.kycport.adapter.memory.InMemoryStoreFactory;
import dev.kycport.app.KycService;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.runtime.InstalledPlugins;
import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.app.runtime.SystemEnvironment;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.domain.Flow;
import dev.kycport.domain.otp.OtpPolicy;
import dev.kycport.domain.session.SessionPolicy;
import dev.kycport.guice.KycModule;
import dev.kycport.ports.spi.KycProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmbeddingPageTest {

    private static final Path PAGE = Path.of("..", "docs", "embedding.md");

    @Test
    void its_configuration_is_accepted() throws IOException {
        OtpPolicy otp = otpRules(Map.of());

        assertThat(otp.attempts()).isEqualTo(2);
        assertThat(otp.resendGap()).hasSeconds(60);
    }

    @Test
    void the_environment_overrides_it() throws IOException {
        OtpPolicy otp = otpRules(Map.of("KYC_PROVIDERS_FAKE_POLICY_OTP_ATTEMPTS", "4"));

        assertThat(otp.attempts()).isEqualTo(4);
        assertThat(Files.readString(PAGE)).contains("`KYC_PROVIDERS_FAKE_POLICY_OTP_ATTEMPTS=");
    }

    @Test
    void it_lists_every_key_of_the_fake() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(new FakeProviderFactory().settings())
                .allSatisfy(setting -> assertThat(page).containsPattern("\\.\\Q" + setting.key() + "\\E`"));
    }

    @Test
    void it_lists_the_default_retention() throws IOException {
        KycConfig.RetentionPart usual = KycConfig.RetentionPart.DEFAULT;

        assertThat(Files.readString(PAGE))
                .contains("| `kyc.maintenance.interval` | duration | "
                        + KycConfig.MaintenancePart.DEFAULT.interval().toSeconds() + "s |")
                .contains("| `kyc.retention.live` | duration | " + usual.live().toDays() + "d |")
                .contains("| `kyc.retention.archived` | duration | "
                        + usual.archived().toDays() + "d |")
                .contains("| `kyc.retention.archive` | text | `./" + usual.archive() + "` |")
                .contains("| `kyc.retention.interval` | duration | "
                        + usual.purgeInterval().toDays() + "d |")
                .contains("policy.session.kept` | duration | "
                        + SessionPolicy.DEFAULT.identityRetention().toHours() + "h |");
    }

    @Test
    void a_service_built_without_guice_offers_the_flows_of_its_providers() {
        KycEnvironment kycEnvironment = SystemEnvironment.create();

        KycService kyc = KycService.builder(InMemoryStoreFactory.stores(), kycEnvironment)
                .provider(FakeProviderFactory.provider(FakeConfig.defaults(), kycEnvironment.clock()))
                .build();

        assertThat(kyc.flows()).containsExactlyInAnyOrder(Flow.values());
    }

    @Test
    void Guice_binds_the_service() throws IOException {
        KycService kyc = Guice.createInjector(new KycModule(config(Map.of()))).getInstance(KycService.class);

        assertThat(kyc.flows()).containsExactlyInAnyOrder(Flow.values());
    }

    private static OtpPolicy otpRules(Map<String, String> environment) throws IOException {
        KycConfig config = config(environment);
        try (KycRuntime port = KycRuntime.from(config)) {
            KycProvider fake = port.providers().get(0);
            return config.policies(fake).otp();
        }
    }

    private static KycConfig config(Map<String, String> environment) throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        List<String> rest = lines.subList(lines.indexOf("```hocon") + 1, lines.size());
        String hocon = String.join("\n", rest.subList(0, rest.indexOf("```")));
        return KycConfig.parse(hocon, InstalledPlugins.find(), environment);
    }
}
