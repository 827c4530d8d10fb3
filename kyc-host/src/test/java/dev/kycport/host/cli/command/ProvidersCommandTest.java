package dev.kycport.host.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kycport.host.cli.CliHarness;
import dev.kycport.host.cli.FakeProviderValuesTest;
import dev.kycport.host.cli.provider.ProviderRow;
import dev.kycport.host.cli.provider.ProvidersJson;
import dev.kycport.host.cli.provider.ProvidersTable;
import dev.kycport.host.cli.provider.Reachability;
import dev.kycport.host.cli.terminal.Terminal;
import dev.kycport.host.cli.terminal.TerminalCapabilities;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProvidersCommandTest {

    @Test
    void lists_flows_routes_and_missing_settings() {
        CliHarness.Output output = new CliHarness().run("providers");

        assertThat(output.out())
                .containsPattern("fake +configured, development only +route 1 +route 1 +route 1")
                .containsPattern("sample +not configured +- +offered +-")
                .contains("sample is not configured: it needs SAMPLE_ACCESS_KEY, SAMPLE_CLIENT_SECRET.");
        assertThat(output.status()).isZero();
    }

    @Test
    void prints_the_same_as_json() {
        JsonNode providers = FakeProviderValuesTest.json(new CliHarness().run("providers --json"))
                .path("providers");

        JsonNode fake = named("fake", providers);
        JsonNode sample = named("sample", providers);
        assertThat(fake.path("name").asText()).isEqualTo("fake");
        assertThat(fake.path("routes").path("digilocker").asInt()).isEqualTo(1);
        assertThat(fake.path("developmentOnly").asBoolean()).isTrue();
        assertThat(sample.path("configured").asBoolean()).isFalse();
        assertThat(sample.path("flows").path(0).asText()).isEqualTo("direct-otp");
        assertThat(sample.path("missing")).hasSize(2);
    }

    @Test
    void shows_circuit_and_limits_of_what_is_configured() {
        CliHarness.Output output = new CliHarness()
                .with("KYC_PROVIDERS_FAKE_GUARD_CALLS_PER_MINUTE", "30")
                .run("providers");

        assertThat(output.normalizedOut())
                .contains("fake: circuit closed; concurrent-calls 64 (64 left), calls-per-minute 30 (30 left).")
                .doesNotContain("sample: circuit");
    }

    @Test
    void json_has_circuit_and_limits() {
        JsonNode providers = FakeProviderValuesTest.json(new CliHarness().run("providers --json"))
                .path("providers");

        JsonNode fake = named("fake", providers);
        assertThat(fake.path("circuit").asText()).isEqualTo("closed");
        assertThat(fake.path("limits").path(0).path("name").asText()).isEqualTo("concurrent-calls");
        assertThat(fake.path("limits").path(0).path("most").asInt()).isEqualTo(64);
        assertThat(fake.path("limits").path(0).path("left").asInt()).isEqualTo(64);
        assertThat(fake.path("check").isNull()).isTrue();
        assertThat(named("sample", providers).path("circuit").isNull()).isTrue();
    }

    @Test
    void check_connects_to_host_and_port_and_sends_nothing() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CliHarness.Output output = checked(door.getLocalPort(), "providers --check");

            assertThat(output.normalizedOut()).contains("sample: 127.0.0.1:" + door.getLocalPort() + " is reachable.");
            assertThat(output.status()).isZero();
            try (Socket visitor = door.accept()) {
                assertThat(visitor.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"deepvue, DEEPVUE_CLIENT_ID, DEEPVUE_CLIENT_SECRET", "accuauth, ACCUAUTH_API_ID, ACCUAUTH_API_SECRET"})
    void every_vendor_has_an_endpoint(String name, String id, String secret) throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CliHarness.Output output = new CliHarness()
                    .with(id, "canary-id")
                    .with(secret, "canary-secret")
                    .with(name.toUpperCase(Locale.ROOT) + "_BASE_URL", "http://127.0.0.1:" + door.getLocalPort())
                    .run("providers --check");

            assertThat(output.normalizedOut()).contains(name + ": 127.0.0.1:" + door.getLocalPort() + " is reachable.");
            assertThat(output.allOutput()).doesNotContain("canary");
        }
    }

    @Test
    void fails_if_a_provider_is_not_reachable() throws IOException {
        int port = closedPort();

        CliHarness.Output table = checked(port, "providers --check");
        JsonNode providers = FakeProviderValuesTest.json(checked(port, "providers --check --json"))
                .path("providers");
        JsonNode check = named("sample", providers).path("check");

        assertThat(table.normalizedOut()).contains("sample: 127.0.0.1:" + port + " is not reachable.");
        assertThat(table.status()).isEqualTo(3);
        assertThat(check.path("host").asText()).isEqualTo("127.0.0.1");
        assertThat(check.path("port").asInt()).isEqualTo(port);
        assertThat(check.path("answers").asBoolean(true)).isFalse();
    }

    @Test
    void says_if_a_url_has_no_host() {
        StringWriter table = new StringWriter();
        ProviderRow row = new ProviderRow(
                "odd",
                Set.of(),
                Map.of(),
                true,
                false,
                List.of(),
                Optional.empty(),
                Optional.of(new Reachability(Optional.empty(), 443, false)));

        new ProvidersTable(new Terminal(new PrintWriter(table), TerminalCapabilities.PLAIN)).print(List.of(row));
        JsonNode check =
                ProvidersJson.of(List.of(row)).path("providers").path(0).path("check");

        assertThat(table.toString()).contains("odd: its URL has no host");
        assertThat(check.path("host").isNull()).isTrue();
        assertThat(check.path("answers").asBoolean(true)).isFalse();
    }

    @Test
    void puts_a_real_provider_before_a_test_double_and_shows_no_credential() {
        CliHarness.Output output = new CliHarness()
                .with("SAMPLE_ACCESS_KEY", "canary-key")
                .with("SAMPLE_CLIENT_SECRET", "canary-secret")
                .run("providers");

        assertThat(output.out())
                .containsPattern("sample +configured +- +route 1 +-")
                .containsPattern("fake +configured, development only +route 1 +route 2 +route 1");
        assertThat(output.allOutput()).doesNotContain("canary");
    }

    private static CliHarness.Output checked(int port, String command) {
        return new CliHarness()
                .with("SAMPLE_ACCESS_KEY", "canary-key")
                .with("SAMPLE_CLIENT_SECRET", "canary-secret")
                .with("SAMPLE_BASE_URL", "http://127.0.0.1:" + port)
                .run(command);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return door.getLocalPort();
        }
    }

    private static JsonNode named(String name, JsonNode providers) {
        for (JsonNode provider : providers) {
            if (provider.path("name").asText().equals(name)) {
                return provider;
            }
        }
        throw new AssertionError(name + " is not listed");
    }
}
