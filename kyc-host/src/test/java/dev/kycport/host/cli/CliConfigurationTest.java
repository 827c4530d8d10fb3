package dev.kycport.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CliConfigurationTest {

    private static final String RUN = "run --flow direct-otp --aadhaar 999941057058 --otp 123456 ";

    @TempDir
    private Path folder;

    @Test
    void every_configuration_problem_has_its_path() throws Exception {
        CliHarness.Output output =
                configured("kyc { profile = staging, stor { url = memory }, providers { fakee {} } }");

        assertThat(output.err()).contains("kyc.profile", "kyc.stor", "kyc.providers.fakee");
        assertThat(output.out()).isEmpty();
        assertThat(output.status()).isEqualTo(2);
    }

    @Test
    void an_unused_environment_variable_is_reported() {
        CliHarness.Output output = new CliHarness()
                .with("KYC_STORE_ULR", "jdbc:sqlite:kyc.db")
                .run("run --json --flow direct-otp --provider fake --aadhaar 999941057058 --otp 123456");

        assertThat(output.err())
                .contains("kyc: environment variable KYC_STORE_ULR is not used; did you mean KYC_STORE_URL?");
        assertThat(output.status()).isZero();
    }

    @Test
    void a_missing_file_is_reported() {
        CliHarness.Output output = new CliHarness()
                .run("run", "--config", folder.resolve("absent.conf").toString());

        assertThat(output.err()).contains("absent.conf cannot be read");
        assertThat(output.status()).isEqualTo(2);
    }

    @Test
    void the_fake_is_refused_in_production() throws Exception {
        CliHarness.Output output =
                configured("kyc { profile = production, store { url = memory }, providers { fake {} } }");

        assertThat(output.err()).contains("kyc.providers.fake");
        assertThat(output.status()).isEqualTo(2);
    }

    @Test
    void a_file_decides_which_providers_there_are() throws Exception {
        CliHarness.Output output =
                configured("kyc { profile = development, store { url = memory }, providers { fake {} } }");

        assertThat(output.status()).isZero();
    }

    @Test
    void a_provider_without_its_settings_is_reported_with_their_names() {
        CliHarness.Output output = new CliHarness().run(RUN + "--provider sample");

        assertThat(output.err()).contains("provider is not configured", "SAMPLE_ACCESS_KEY", "SAMPLE_CLIENT_SECRET");
        assertThat(output.status()).isEqualTo(2);
    }

    @Test
    void a_provider_missing_in_the_file_is_reported_with_its_path() throws Exception {
        Path file = Files.writeString(
                folder.resolve("kyc.conf"),
                "kyc { profile = development, store { url = memory }, providers { fake {} } }");

        CliHarness.Output output = new CliHarness().run((RUN + "--provider sample --config " + file).split(" "));

        assertThat(output.err()).contains("kyc.providers.sample", "access-key", "client-secret");
        assertThat(output.status()).isEqualTo(2);
    }

    @Test
    void an_unrouted_flow_is_reported_with_the_known_ones() {
        CliHarness.Output output = withSample().run("run --flow digilocker --provider sample --json --return-url ?x");

        assertThat(FakeProviderValuesTest.json(output)
                        .path("failure")
                        .path("code")
                        .asText())
                .isEqualTo("flow.unsupported");
        assertThat(output.status()).isEqualTo(2);
    }

    @Test
    void a_failure_lists_the_providers_not_covered_by_the_consent() {
        String down = "run --flow direct-otp --provider fake --aadhaar 999955183433 --otp 123456";

        CliHarness.Output told = withSample().run(down);
        CliHarness.Output json = withSample().run(down + " --json");

        assertThat(told.normalizedOut()).contains("source.down", "Remaining sample, not covered by the consent");
        assertThat(FakeProviderValuesTest.json(json)
                        .path("failure")
                        .path("code")
                        .asText())
                .isEqualTo("source.down");
        assertThat(FakeProviderValuesTest.json(json).path("failure").path("remaining"))
                .extracting(JsonNode::asText)
                .containsExactly("sample");
        assertThat(json.status()).isEqualTo(3);
    }

    private static CliHarness withSample() {
        return new CliHarness().with("SAMPLE_ACCESS_KEY", "k").with("SAMPLE_CLIENT_SECRET", "s");
    }

    private CliHarness.Output configured(String hocon) throws Exception {
        Path file = Files.writeString(folder.resolve("kyc.conf"), hocon);
        return new CliHarness().run((RUN + "--config " + file).split(" "));
    }
}
