package dev.kycport.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kycport.host.cli.context.CliConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RetentionCommandsTest {

    @TempDir
    private Path folder;

    private PersistentStoreFixture persistentStoreFixture = new PersistentStoreFixture(Path.of(""));

    @BeforeEach
    void open() {
        persistentStoreFixture = new PersistentStoreFixture(folder);
    }

    @Test
    void stored_sessions_are_there_in_the_next_process() {
        String session = persistentStoreFixture.createAwaitingCode("asha");

        assertThat(FakeProviderValuesTest.json(persistentStoreFixture.withdraw(session, "--json"))
                        .path("state")
                        .asText())
                .isEqualTo("ended");
    }

    @Test
    void a_printed_identity_is_not_stored() {
        CliHarness.Output output = persistentStoreFixture.run(
                "run --flow direct-otp --provider fake --aadhaar 999941057058 --otp 123456 --subject asha");

        assertThat(output.out()).contains("Asha Test Rao", "State       verified");
        assertThat(persistentStoreFixture.tamper(
                        "UPDATE kyc_session SET revision = revision WHERE identity IS NULL AND state = 'completed'"))
                .isOne();
    }

    @Test
    void a_hold_is_listed_until_it_is_released() {
        CliHarness.Output added = persistentStoreFixture.run("hold add asha --reason order_12/2026");
        CliHarness.Output again = persistentStoreFixture.run("hold add asha --reason another");
        CliHarness.Output listed = persistentStoreFixture.run("hold list");
        JsonNode json = FakeProviderValuesTest.json(persistentStoreFixture.run("hold list --json"));
        CliHarness.Output released = persistentStoreFixture.run("hold release asha");
        CliHarness.Output none = persistentStoreFixture.run("hold release asha");

        assertThat(added.normalizedOut()).contains("asha is on hold: no purge applies to this person.");
        assertThat(again.normalizedOut()).contains("was on hold already");
        assertThat(listed.normalizedOut()).contains("asha Since", "Reason order 12/2026");
        assertThat(json.path("holds").path(0).path("reason").asText()).isEqualTo("order 12/2026");
        assertThat(released.normalizedOut()).contains("asha is no longer on hold");
        assertThat(released.status()).isZero();
        assertThat(none.err()).contains("there is no hold for this subject");
        assertThat(none.status()).isEqualTo(1);
        assertThat(persistentStoreFixture.run("hold list").normalizedOut()).contains("There are no holds.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"about_9999_4105_7058", "999941057058", "vid_9123-4567-8901-2346,_sent", "_"})
    void a_reason_holds_no_identity_number(String reason) {
        CliHarness.Output output = persistentStoreFixture.run("hold add asha --reason " + reason);

        assertThat(output.err()).startsWith("kyc: reason must not ");
        assertThat(output.status()).isEqualTo(2);
        assertThat(output.allOutput()).doesNotContain("9999", "9123");
    }

    @Test
    void keys_are_created_prepared_rotated_and_retired() {
        Path file = folder.resolve("kyc.keys");
        CliHarness cliHarness = persistentStoreFixture.shell().with("KYC_STORE_KEYS_FILE", file.toString());

        CliHarness.Output made = cliHarness.run("keys", "new", file.toString());
        String first = key(cliHarness, file, 0).path("id").asText();
        CliHarness.Output prepared = cliHarness.run("keys", "prepare", file.toString());
        CliHarness.Output rotated = cliHarness.run("keys", "rotate", file.toString());
        JsonNode second = key(cliHarness, file, 1);
        CliHarness.Output retired = cliHarness.run("keys", "retire", file.toString(), first);

        assertThat(made.normalizedOut()).contains(first + " encrypts identities from now on", "Keep a copy away");
        assertThat(prepared.normalizedOut()).contains("decrypts, but does not encrypt yet", "kyc keys rotate " + file);
        assertThat(rotated.normalizedOut())
                .contains(second.path("id").asText() + " encrypts identities from the next start on");
        assertThat(second.path("seals").asBoolean()).isTrue();
        assertThat(retired.normalizedOut()).contains(first + " is retired");
        assertThat(cliHarness.run("keys", "list", file.toString()).normalizedOut())
                .isEqualTo(" " + second.path("id").asText() + " encrypts and decrypts ");
    }

    @Test
    void the_encrypting_key_and_an_existing_file_stay() {
        Path file = folder.resolve("kyc.keys");
        CliHarness cliHarness = persistentStoreFixture.shell().with("KYC_STORE_KEYS_FILE", file.toString());
        cliHarness.run("keys", "new", file.toString());

        CliHarness.Output retired = cliHarness.run(
                "keys",
                "retire",
                file.toString(),
                key(cliHarness, file, 0).path("id").asText());
        CliHarness.Output again = cliHarness.run("keys", "new", file.toString());

        assertThat(retired.err()).contains("encrypts new identities", "kyc keys rotate");
        assertThat(retired.status()).isEqualTo(2);
        assertThat(again.err()).contains("exists already and was not changed");
        assertThat(again.status()).isEqualTo(2);
    }

    @Test
    void due_sessions_are_reconciled() {
        persistentStoreFixture.past("PT1H").sendCode("asha");
        persistentStoreFixture.past("P2D").verify("ravi");

        CliHarness.Output output = persistentStoreFixture.run("settle");
        CliHarness.Output again = persistentStoreFixture.run("settle --json");

        assertThat(output.normalizedOut()).contains("2 sessions reconciled, 1 identity erased.");
        assertThat(FakeProviderValuesTest.json(again).path("settled").asInt(-1)).isZero();
        assertThat(FakeProviderValuesTest.json(again).path("identities").asInt(-1))
                .isZero();
        assertThat(output.status()).isZero();
    }

    @Test
    void health_reports_the_store_and_what_is_due() {
        persistentStoreFixture.past("PT1H").sendCode("asha");

        CliHarness.Output output = persistentStoreFixture.run("health");
        JsonNode json = FakeProviderValuesTest.json(persistentStoreFixture.run("health --json"));

        assertThat(output.normalizedOut()).contains("The store can be reached and written.", "Due 1, the oldest for ");
        assertThat(output.status()).isZero();
        assertThat(json.path("healthy").asBoolean()).isTrue();
        assertThat(json.at("/store/due").asInt()).isEqualTo(1);
        assertThat(json.at("/store/migration").asText()).isNotEmpty();
        assertThat(json.path("problems")).isEmpty();
        assertThat(json.path("clock_skew_seconds").isNull()).isTrue();
    }

    @Test
    void a_dry_run_counts_what_a_purge_then_moves() {
        persistentStoreFixture.past("P800D").complete("asha");
        persistentStoreFixture.past("P800D").complete("ravi");
        persistentStoreFixture.createVerified("asha");
        persistentStoreFixture.run("hold add ravi --reason order_12");

        CliHarness.Output counted = persistentStoreFixture.run("purge --dry-run");
        CliHarness.Output nothing = persistentStoreFixture.run("purge --history");
        JsonNode done = FakeProviderValuesTest.json(persistentStoreFixture.run("purge --yes --json"));
        CliHarness.Output again = persistentStoreFixture.run("purge --yes");
        CliHarness.Output history = persistentStoreFixture.run("purge --history");

        assertThat(counted.normalizedOut())
                .contains("A purge would do now:", "Identities 0 to be erased")
                .containsPattern("Sessions 1 to be moved to the archive, with 7 audit entries; opened before ")
                .contains("On hold 1 session and 0 files skipped");
        assertThat(nothing.normalizedOut()).contains("There were no purges.");
        assertThat(done.path("done").asBoolean()).isTrue();
        assertThat(done.path("sessions").path("count").asInt()).isEqualTo(1);
        assertThat(again.normalizedOut()).contains("Purged.", "Sessions 0 moved to the archive");
        assertThat(history.normalizedOut())
                .containsPattern("1 session with 7 audit entries, opened before .*; 1 on hold skipped");
        assertThat(persistentStoreFixture.archive()).exists();
        assertThat(persistentStoreFixture.run("consent verify").status()).isZero();
    }

    @Test
    void the_report_of_a_purge_equals_its_log_entry() {
        persistentStoreFixture.past("P800D").complete("asha");

        JsonNode done = FakeProviderValuesTest.json(persistentStoreFixture.run("purge --yes --json"));
        JsonNode record = FakeProviderValuesTest.json(persistentStoreFixture.run("purge --history --json"))
                .at("/purges/0");

        assertThat(record.path("at").asText())
                .isNotEmpty()
                .isEqualTo(done.path("at").asText());
        assertThat(record.path("sessions")).isEqualTo(done.path("sessions"));
    }

    @Test
    void an_expired_identity_is_counted_and_erased() {
        persistentStoreFixture.past("P2D").verify("asha");

        assertThat(persistentStoreFixture.run("purge --dry-run").normalizedOut())
                .contains("Identities 1 to be erased");
        assertThat(persistentStoreFixture.run("purge --dry-run").normalizedOut())
                .contains("Identities 1 to be erased");
        assertThat(persistentStoreFixture.run("purge --yes").normalizedOut()).contains("Identities 1 erased");
        assertThat(persistentStoreFixture.run("purge --yes").normalizedOut()).contains("Identities 0 erased");
        assertThat(persistentStoreFixture.run("purge --history").normalizedOut())
                .containsOnlyOnce("1 identity erased");
    }

    @Test
    void an_expired_archive_file_is_deleted_and_logged() throws Exception {
        Files.createDirectories(persistentStoreFixture.archive());
        Files.createFile(persistentStoreFixture.archive().resolve("2019-01.jsonl.gz"));

        persistentStoreFixture.run("purge --yes");

        assertThat(FakeProviderValuesTest.json(persistentStoreFixture.run("purge --history --json"))
                        .path("purges")
                        .path(0)
                        .at("/archive/files")
                        .asInt())
                .isEqualTo(1);
        assertThat(persistentStoreFixture.run("purge --history").normalizedOut())
                .contains("1 file of the archive deleted, 0 on hold skipped");
    }

    @ParameterizedTest
    @CsvSource({
        "purge,                  'one of these is required: --dry-run, --history, --yes'",
        "purge --dry-run --yes,  two options exclude each other"
    })
    void a_purge_needs_one_of_its_three_options(String command, String complaint) {
        CliHarness.Output output = persistentStoreFixture.run(command);

        assertThat(output.err()).contains(complaint);
        assertThat(output.status()).isEqualTo(2);
    }

    @Test
    void a_store_that_cannot_be_opened_is_one_line() throws Exception {
        Path file = Files.writeString(folder.resolve("kyc.db"), "no database at all".repeat(100));

        CliHarness.Output output = persistentStoreFixture.run("consent verify");

        assertThat(file).exists();
        assertThat(output.err().lines()).hasSize(1);
        assertThat(output.out()).isEmpty();
        assertThat(output.status()).isEqualTo(2);
    }

    @Test
    void the_default_store_is_a_file_below_the_current_folder() {
        CliConfiguration usual = CliConfiguration.load(Optional.empty(), Map.of());
        CliConfiguration told = CliConfiguration.load(Optional.empty(), Map.of("KYC_STORE_URL", "memory"));

        assertThat(usual.config().store().url()).isEqualTo("jdbc:sqlite:./kyc-data/kyc.db");
        assertThat(told.config().store().url()).isEqualTo("memory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent verify", "consent show asha", "purge --yes", "settle", "keys retire kyc.keys 1"})
    void an_administrative_command_does_not_create_a_missing_store(String command) {
        CliHarness.Output output = new CliHarness().withoutStore().run(command);

        assertThat(output.err())
                .startsWith("kyc: no database at ./kyc-data/kyc.db; pass --config or set KYC_STORE_URL");
        assertThat(output.status()).isEqualTo(2);
        assertThat(Path.of("kyc-data")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent verify", "consent show asha", "purge --yes", "settle", "hold list"})
    void an_administrative_command_does_not_create_a_store_at_a_mistyped_path(String command) {
        Path mistyped = folder.resolve("kyc-date").resolve("kyc.db");

        CliHarness.Output output = new CliHarness()
                .with("KYC_STORE_URL", "jdbc:sqlite:" + mistyped)
                .run(command);

        assertThat(output.err()).startsWith("kyc: no database at " + mistyped + ": look at the path");
        assertThat(output.status()).isEqualTo(2);
        assertThat(mistyped.getParent()).doesNotExist();
    }

    @Test
    void an_archive_that_cannot_be_read_is_named() throws Exception {
        Files.writeString(persistentStoreFixture.archive(), "a file");

        CliHarness.Output output = persistentStoreFixture.run("purge --yes");

        assertThat(output.err())
                .contains("the archive " + persistentStoreFixture.archive().toAbsolutePath());
        assertThat(output.status()).isEqualTo(2);
    }

    @Test
    void only_a_number_at_a_real_provider_has_to_wait() {
        String again = "run --json --flow direct-otp --aadhaar 999941057058 --otp 123456 --provider ";
        CliHarness real =
                persistentStoreFixture.shell().with("SAMPLE_ACCESS_KEY", "k").with("SAMPLE_CLIENT_SECRET", "s");
        persistentStoreFixture.createVerified("asha");
        real.run(again + "sample");

        assertThat(persistentStoreFixture.run(again + "fake").status()).isZero();
        assertThat(FakeProviderValuesTest.json(real.run(again + "sample"))
                        .path("failure")
                        .path("code")
                        .asText())
                .isEqualTo("otp.resend-too-soon");
    }

    private static JsonNode key(CliHarness cliHarness, Path file, int at) {
        return FakeProviderValuesTest.json(cliHarness.run("keys", "list", "--json", file.toString()))
                .path("keys")
                .path(at);
    }
}
