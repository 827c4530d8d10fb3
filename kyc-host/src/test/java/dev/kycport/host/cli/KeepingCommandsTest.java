package dev.kycport.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
class KeepingCommandsTest {

    @TempDir
    private Path folder;

    private Kept kept = new Kept(Path.of(""));

    @BeforeEach
    void open() {
        kept = new Kept(folder);
    }

    @Test
    void what_is_kept_is_there_in_the_next_process() {
        String session = kept.waiting("asha");

        assertThat(MagicValuesTest.json(kept.withdraw(session, "--json"))
                        .path("state")
                        .asText())
                .isEqualTo("ended");
    }

    @Test
    void an_identity_that_was_printed_is_not_kept() {
        Shell.Output output =
                kept.run("run --flow direct-otp --provider fake --aadhaar 999941057058 --otp 123456 --subject asha");

        assertThat(output.out()).contains("Asha Test Rao", "State       verified");
        assertThat(kept.tamper(
                        "UPDATE kyc_session SET revision = revision WHERE identity IS NULL AND state = 'completed'"))
                .isOne();
    }

    @Test
    void who_is_on_hold_is_listed_until_the_hold_is_released() {
        Shell.Output added = kept.run("hold add asha --reason order_12/2026");
        Shell.Output again = kept.run("hold add asha --reason another");
        Shell.Output listed = kept.run("hold list");
        JsonNode json = MagicValuesTest.json(kept.run("hold list --json"));
        Shell.Output released = kept.run("hold release asha");
        Shell.Output none = kept.run("hold release asha");

        assertThat(added.story()).contains("asha is on hold: no purge takes anything of theirs.");
        assertThat(again.story()).contains("was on hold already");
        assertThat(listed.story()).contains("asha Since", "Reason order 12/2026");
        assertThat(json.path("holds").path(0).path("reason").asText()).isEqualTo("order 12/2026");
        assertThat(released.story()).contains("asha is on hold no longer");
        assertThat(released.status()).isZero();
        assertThat(none.err()).contains("nobody of that name is on hold");
        assertThat(none.status()).isEqualTo(1);
        assertThat(kept.run("hold list").story()).contains("Nobody is on hold.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"about_9999_4105_7058", "999941057058", "vid_9123-4567-8901-2346,_sent", "_"})
    void a_reason_holds_no_identity_number(String reason) {
        Shell.Output output = kept.run("hold add asha --reason " + reason);

        assertThat(output.err()).startsWith("kyc: --reason must not ");
        assertThat(output.status()).isEqualTo(2);
        assertThat(output.everything()).doesNotContain("9999", "9123");
    }

    @Test
    void keys_are_made_prepared_rotated_and_retired() {
        Path file = folder.resolve("kyc.keys");
        Shell shell = kept.shell().with("KYC_STORE_KEYS_FILE", file.toString());

        Shell.Output made = shell.run("keys", "new", file.toString());
        String first = key(shell, file, 0).path("id").asText();
        Shell.Output prepared = shell.run("keys", "prepare", file.toString());
        Shell.Output rotated = shell.run("keys", "rotate", file.toString());
        JsonNode second = key(shell, file, 1);
        Shell.Output retired = shell.run("keys", "retire", file.toString(), first);

        assertThat(made.story()).contains(first + " seals identities from now on", "Keep a copy apart");
        assertThat(prepared.story()).contains("opens, and does not seal yet", "kyc keys rotate " + file);
        assertThat(rotated.story()).contains(second.path("id").asText() + " seals identities from the next start on");
        assertThat(second.path("seals").asBoolean()).isTrue();
        assertThat(retired.story()).contains(first + " is retired");
        assertThat(shell.run("keys", "list", file.toString()).story())
                .isEqualTo(" " + second.path("id").asText() + " seals and opens ");
    }

    @Test
    void a_key_that_seals_stays_and_a_file_that_is_there_is_left_alone() {
        Path file = folder.resolve("kyc.keys");
        Shell shell = kept.shell().with("KYC_STORE_KEYS_FILE", file.toString());
        shell.run("keys", "new", file.toString());

        Shell.Output retired = shell.run(
                "keys",
                "retire",
                file.toString(),
                key(shell, file, 0).path("id").asText());
        Shell.Output again = shell.run("keys", "new", file.toString());

        assertThat(retired.err()).contains("seals new identities", "kyc keys rotate");
        assertThat(retired.status()).isEqualTo(2);
        assertThat(again.err()).contains("exists already and was left as it is");
        assertThat(again.status()).isEqualTo(2);
    }

    @Test
    void what_is_due_is_settled() {
        kept.ago("PT1H").waited("asha");
        kept.ago("P2D").verified("ravi");

        Shell.Output output = kept.run("settle");
        Shell.Output again = kept.run("settle --json");

        assertThat(output.story()).contains("2 sessions settled, 1 identity erased.");
        assertThat(MagicValuesTest.json(again).path("settled").asInt(-1)).isZero();
        assertThat(MagicValuesTest.json(again).path("identities").asInt(-1)).isZero();
        assertThat(output.status()).isZero();
    }

    @Test
    void a_purge_says_what_it_would_take_and_takes_it_when_told_to() {
        kept.ago("P800D").completed("asha");
        kept.ago("P800D").completed("ravi");
        kept.verified("asha");
        kept.run("hold add ravi --reason order_12");

        Shell.Output counted = kept.run("purge --dry-run");
        Shell.Output nothing = kept.run("purge --history");
        JsonNode done = MagicValuesTest.json(kept.run("purge --yes --json"));
        Shell.Output again = kept.run("purge --yes");
        Shell.Output history = kept.run("purge --history");

        assertThat(counted.story())
                .contains("A purge would take now:", "Identities 0 to be erased")
                .containsPattern("Sessions 1 to be moved to the archive, with 7 audit entries; opened before ")
                .contains("On hold 1 session and 0 files left alone");
        assertThat(nothing.story()).contains("No purge has taken anything yet.");
        assertThat(done.path("done").asBoolean()).isTrue();
        assertThat(done.path("sessions").path("count").asInt()).isEqualTo(1);
        assertThat(again.story()).contains("Purged.", "Sessions 0 moved to the archive");
        assertThat(history.story())
                .containsPattern("1 session with 7 audit entries, opened before .*; 1 on hold left alone");
        assertThat(kept.archive()).exists();
        assertThat(kept.run("consent verify").status()).isZero();
    }

    @Test
    void a_purge_is_told_of_as_it_is_on_record() {
        kept.ago("P800D").completed("asha");

        JsonNode done = MagicValuesTest.json(kept.run("purge --yes --json"));
        JsonNode record =
                MagicValuesTest.json(kept.run("purge --history --json")).at("/purges/0");

        assertThat(record.path("at").asText())
                .isNotEmpty()
                .isEqualTo(done.path("at").asText());
        assertThat(record.path("sessions")).isEqualTo(done.path("sessions"));
    }

    @Test
    void an_identity_past_its_time_is_counted_and_erased() {
        kept.ago("P2D").verified("asha");

        assertThat(kept.run("purge --dry-run").story()).contains("Identities 1 to be erased");
        assertThat(kept.run("purge --dry-run").story()).contains("Identities 1 to be erased");
        assertThat(kept.run("purge --yes").story()).contains("Identities 1 erased");
        assertThat(kept.run("purge --yes").story()).contains("Identities 0 erased");
        assertThat(kept.run("purge --history").story()).containsOnlyOnce("1 identity erased");
    }

    @Test
    void an_archive_file_past_its_time_is_deleted_and_that_is_on_record() throws Exception {
        Files.createDirectories(kept.archive());
        Files.createFile(kept.archive().resolve("2019-01.jsonl.gz"));

        kept.run("purge --yes");

        assertThat(MagicValuesTest.json(kept.run("purge --history --json"))
                        .path("purges")
                        .path(0)
                        .at("/archive/files")
                        .asInt())
                .isEqualTo(1);
        assertThat(kept.run("purge --history").story()).contains("1 file of the archive deleted, 0 on hold left alone");
    }

    @ParameterizedTest
    @CsvSource({
        "purge,                  'one of --dry-run, --history, --yes is needed'",
        "purge --dry-run --yes,  only one can be given"
    })
    void a_purge_needs_to_be_told_which(String command, String complaint) {
        Shell.Output output = kept.run(command);

        assertThat(output.err()).contains(complaint);
        assertThat(output.status()).isEqualTo(2);
    }

    @Test
    void a_store_that_cannot_be_opened_is_one_line() throws Exception {
        Path file = Files.writeString(folder.resolve("kyc.db"), "no database at all".repeat(100));

        Shell.Output output = kept.run("consent verify");

        assertThat(file).exists();
        assertThat(output.err().lines()).hasSize(1);
        assertThat(output.out()).isEmpty();
        assertThat(output.status()).isEqualTo(2);
    }

    @Test
    void without_a_word_about_the_store_it_is_a_file_below_the_current_folder() {
        Installation usual = Installation.load(Optional.empty(), Map.of());
        Installation told = Installation.load(Optional.empty(), Map.of("KYC_STORE_URL", "memory"));

        assertThat(usual.config().store().url()).isEqualTo("jdbc:sqlite:./kyc-data/kyc.db");
        assertThat(told.config().store().url()).isEqualTo("memory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent verify", "consent show asha", "purge --yes", "settle", "keys retire kyc.keys 1"})
    void whoever_looks_after_a_store_that_is_not_there_does_not_get_an_empty_one(String command) {
        Shell.Output output = new Shell().withoutStore().run(command);

        assertThat(output.err())
                .startsWith("kyc: nothing is kept in ./kyc-data/kyc.db; name the store by --config or KYC_STORE_URL");
        assertThat(output.status()).isEqualTo(2);
        assertThat(Path.of("kyc-data")).doesNotExist();
    }

    @Test
    void only_a_number_that_a_real_provider_may_have_sent_a_code_to_has_to_wait() {
        String again = "run --json --flow direct-otp --aadhaar 999941057058 --otp 123456 --provider ";
        Shell real = kept.shell().with("SAMPLE_ACCESS_KEY", "k").with("SAMPLE_CLIENT_SECRET", "s");
        kept.verified("asha");
        real.run(again + "sample");

        assertThat(kept.run(again + "fake").status()).isZero();
        assertThat(MagicValuesTest.json(real.run(again + "sample"))
                        .path("failure")
                        .path("code")
                        .asText())
                .isEqualTo("otp.resend-too-soon");
    }

    private static JsonNode key(Shell shell, Path file, int at) {
        return MagicValuesTest.json(shell.run("keys", "list", "--json", file.toString()))
                .path("keys")
                .path(at);
    }
}
