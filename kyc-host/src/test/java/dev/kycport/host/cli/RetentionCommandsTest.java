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
    void what_is_kept_is_there_in_the_next_process() {
        String session = persistentStoreFixture.createAwaitingCode("asha");

        assertThat(FakeProviderValuesTest.json(persistentStoreFixture.withdraw(session, "--json"))
                        .path("state")
                        .asText())
                .isEqualTo("ended");
    }

    @Test
    void an_identity_that_was_printed_is_not_kept() {
        CliHarness.Output output = persistentStoreFixture.run(
                "run --flow direct-otp --provider fake --aadhaar 999941057058 --otp 123456 --subject asha");

        assertThat(output.out()).contains("Asha Test Rao", "State       verified");
        assertThat(persistentStoreFixture.tamper(
                        "UPDATE kyc_session SET revision = revision WHERE identity IS NULL AND state = 'completed'"))
                .isOne();
    }

    @Test
    void who_is_on_hold_is_listed_until_the_hold_is_released() {
        CliHarness.Output added = persistentStoreFixture.run("hold add asha --reason order_12/2026");
        CliHarness.Output again = persistentStoreFixture.run("hold add asha --reason another");
        CliHarness.Output listed = persistentStoreFixture.run("hold list");
        JsonNode json = FakeProviderValuesTest.json(persistentStoreFixture.run("hold list --json"));
        CliHarness.Output released = persistentStoreFixture.run("hold release asha");
        CliHarness.Output none = persistentStoreFixture.run("hold release asha");

        assertThat(added.normalizedOut()).contains("asha is on hold: no purge takes anything of theirs.");
        assertThat(again.normalizedOut()).contains("was on hold already");
        assertThat(listed.normalizedOut()).contains("asha Since", "Reason order 12/2026");
        assertThat(json.path("holds").path(0).path("reason").asText()).isEqualTo("order 12/2026");
        assertThat(released.normalizedOut()).contains("asha is on hold no longer");
        assertThat(released.status()).isZero();
        assertThat(none.err()).contains("nobody of that name is on hold");
        assertThat(none.status()).isEqualTo(1);
        assertThat(persistentStoreFixture.run("hold list").normalizedOut()).contains("Nobody is on hold.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"about_9999_4105_7058", "999941057058", "vid_9123-4567-8901-2346,_sent", "_"})
    void a_reason_holds_no_identity_number(String reason) {
        CliHarness.Output output = persistentStoreFixture.run("hold add asha --reason " + reason);

        assertThat(output.err()).startsWith("kyc: --reason must not ");
        assertThat(output.status()).isEqualTo(2);
        assertThat(output.allOutput()).doesNotContain("9999", "9123");
    }

    @Test
    void keys_are_made_prepared_rotated_and_retired() {
        Path file = folder.resolve("kyc.keys");
        CliHarness cliHarness = persistentStoreFixture.shell().with("KYC_STORE_KEYS_FILE", file.toString());

        CliHarness.Output made = cliHarness.run("keys", "new", file.toString());
        String first = key(cliHarness, file, 0).path("id").asText();
        CliHarness.Output prepared = cliHarness.run("keys", "prepare", file.toString());
        CliHarness.Output rotated = cliHarness.run("keys", "rotate", file.toString());
        JsonNode second = key(cliHarness, file, 1);
        CliHarness.Output retired = cliHarness.run("keys", "retire", file.toString(), first);

        assertThat(made.normalizedOut()).contains(first + " seals identities from now on", "Keep a copy apart");
        assertThat(prepared.normalizedOut()).contains("opens, and does not seal yet", "kyc keys rotate " + file);
        assertThat(rotated.normalizedOut())
                .contains(second.path("id").asText() + " seals identities from the next start on");
        assertThat(second.path("seals").asBoolean()).isTrue();
        assertThat(retired.normalizedOut()).contains(first + " is retired");
        assertThat(cliHarness.run("keys", "list", file.toString()).normalizedOut())
                .isEqualTo(" " + second.path("id").asText() + " seals and opens ");
    }

    @Test
    void a_key_that_seals_stays_and_a_file_that_is_there_is_left_alone() {
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
    void what_is_due_is_settled() {
        persistentStoreFixture.past("PT1H").sendCode("asha");
        persistentStoreFixture.past("P2D").verify("ravi");

        CliHarness.Output output = persistentStoreFixture.run("settle");
        CliHarness.Output again = persistentStoreFixture.run("settle --json");

        assertThat(output.normalizedOut()).contains("2 sessions settled, 1 identity erased.");
        assertThat(FakeProviderValuesTest.json(again).path("settled").asInt(-1)).isZero();
        assertThat(FakeProviderValuesTest.json(again).path("identities").asInt(-1))
                .isZero();
        assertThat(output.status()).isZero();
    }

    @Test
    void a_purge_says_what_it_would_take_and_takes_it_when_told_to() {
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
                .contains("A purge would take now:", "Identities 0 to be erased")
                .containsPattern("Sessions 1 to be moved to the archive, with 7 audit entries; opened before ")
                .contains("On hold 1 session and 0 files left alone");
        assertThat(nothing.normalizedOut()).contains("No purge has taken anything yet.");
        assertThat(done.path("done").asBoolean()).isTrue();
        assertThat(done.path("sessions").path("count").asInt()).isEqualTo(1);
        assertThat(again.normalizedOut()).contains("Purged.", "Sessions 0 moved to the archive");
        assertThat(history.normalizedOut())
                .containsPattern("1 session with 7 audit entries, opened before .*; 1 on hold left alone");
        assertThat(persistentStoreFixture.archive()).exists();
        assertThat(persistentStoreFixture.run("consent verify").status()).isZero();
    }

    @Test
    void a_purge_is_told_of_as_it_is_on_record() {
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
    void an_identity_past_its_time_is_counted_and_erased() {
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
    void an_archive_file_past_its_time_is_deleted_and_that_is_on_record() throws Exception {
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
                .contains("1 file of the archive deleted, 0 on hold left alone");
    }

    @ParameterizedTest
    @CsvSource({
        "purge,                  'one of --dry-run, --history, --yes is needed'",
        "purge --dry-run --yes,  only one can be given"
    })
    void a_purge_needs_to_be_told_which(String command, String complaint) {
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
    void without_a_word_about_the_store_it_is_a_file_below_the_current_folder() {
        CliConfiguration usual = CliConfiguration.load(Optional.empty(), Map.of());
        CliConfiguration told = CliConfiguration.load(Optional.empty(), Map.of("KYC_STORE_URL", "memory"));

        assertThat(usual.config().store().url()).isEqualTo("jdbc:sqlite:./kyc-data/kyc.db");
        assertThat(told.config().store().url()).isEqualTo("memory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent verify", "consent show asha", "purge --yes", "settle", "keys retire kyc.keys 1"})
    void whoever_looks_after_a_store_that_is_not_there_does_not_get_an_empty_one(String command) {
        CliHarness.Output output = new CliHarness().withoutStore().run(command);

        assertThat(output.err())
                .startsWith("kyc: nothing is kept in ./kyc-data/kyc.db; name the store by --config or KYC_STORE_URL");
        assertThat(output.status()).isEqualTo(2);
        assertThat(Path.of("kyc-data")).doesNotExist();
    }

    @Test
    void only_a_number_that_a_real_provider_may_have_sent_a_code_to_has_to_wait() {
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
