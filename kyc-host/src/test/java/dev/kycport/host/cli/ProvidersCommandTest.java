package dev.kycport.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProvidersCommandTest {

    @Test
    void says_which_flows_and_routes_each_has_and_what_keeps_it_out() {
        Shell.Output output = new Shell().run("providers");

        assertThat(output.out())
                .containsPattern("fake +configured, development only +route 1 +route 1 +route 1")
                .containsPattern("sample +not configured +- +offered +-")
                .contains("sample is not configured: it needs SAMPLE_ACCESS_KEY, SAMPLE_CLIENT_SECRET.");
        assertThat(output.status()).isZero();
    }

    @Test
    void tells_scripts_the_same() {
        JsonNode providers =
                MagicValuesTest.json(new Shell().run("providers --json")).path("providers");

        JsonNode fake = providers.path(0);
        JsonNode sample = providers.path(1);
        assertThat(fake.path("name").asText()).isEqualTo("fake");
        assertThat(fake.path("routes").path("digilocker").asInt()).isEqualTo(1);
        assertThat(fake.path("developmentOnly").asBoolean()).isTrue();
        assertThat(sample.path("configured").asBoolean()).isFalse();
        assertThat(sample.path("flows").path(0).asText()).isEqualTo("direct-otp");
        assertThat(sample.path("missing")).hasSize(2);
    }

    @Test
    void puts_a_real_provider_before_one_that_plays_and_shows_no_credential() {
        Shell.Output output = new Shell()
                .with("SAMPLE_ACCESS_KEY", "canary-key")
                .with("SAMPLE_CLIENT_SECRET", "canary-secret")
                .run("providers");

        assertThat(output.out())
                .containsPattern("sample +configured +- +route 1 +-")
                .containsPattern("fake +configured, development only +route 1 +route 2 +route 1");
        assertThat(output.everything()).doesNotContain("canary");
    }
}
