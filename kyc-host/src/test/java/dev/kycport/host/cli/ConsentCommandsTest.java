package dev.kycport.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsentCommandsTest {

    @TempDir
    private Path folder;

    private PersistentStoreFixture persistentStoreFixture = new PersistentStoreFixture(Path.of(""));

    @BeforeEach
    void open() {
        persistentStoreFixture = new PersistentStoreFixture(folder);
    }

    @Test
    void a_receipt_lists_every_use_of_a_consent() {
        persistentStoreFixture.createVerified("asha");

        CliHarness.Output output = persistentStoreFixture.run("consent show asha");

        assertThat(output.normalizedOut())
                .contains("Consents of asha", "1 of 1 given", "Purpose KYC check from the command line")
                .contains("Passed to fake", "Notice kyc-command-line v2, en-IN", "You may decline")
                .containsPattern("Given .*, by typing yes; valid until ")
                .containsPattern("Used .*: fake was asked to send a code .*: fake was asked to check the code")
                .containsPattern("To withdraw at any time: kyc consent withdraw (-- )?" + consent("asha"));
        assertThat(output.err()).isEmpty();
        assertThat(output.status()).isZero();
    }

    @Test
    void an_empty_ledger_is_no_proof_that_all_is_well() {
        CliHarness.Output output = persistentStoreFixture.run("consent verify");

        assertThat(output.err()).contains("nothing was verified: the store has no consents");
        assertThat(output.out()).doesNotContain("intact");
    }

    @Test
    void json_uses_the_names_of_the_standard() {
        String session = persistentStoreFixture.createVerified("asha");

        JsonNode json = FakeProviderValuesTest.json(persistentStoreFixture.run("consent show asha --json"));

        JsonNode record = json.path("consents").path(0);
        assertThat(json.path("subject").asText()).isEqualTo("asha");
        assertThat(record.path("state").asText()).isEqualTo("given");
        assertThat(record.path("session").asText()).isEqualTo(session);
        assertThat(record.path("events"))
                .extracting(event -> event.path("kind").asText())
                .containsExactly("asked", "given", "used", "used");
    }

    @ParameterizedTest
    @CsvSource({"consent show nobody", "consent export --subject nobody", "consent show nobody --json"})
    void an_unknown_subject_is_reported(String command) {
        persistentStoreFixture.createVerified("asha");

        CliHarness.Output output = persistentStoreFixture.run(command);

        assertThat(output.err()).isEqualToIgnoringNewLines("kyc: no consent is recorded for this subject");
        assertThat(output.out()).isEmpty();
        assertThat(output.status()).isEqualTo(1);
    }

    @Test
    void withdrawing_ends_a_live_session() {
        String session = persistentStoreFixture.createAwaitingCode("asha");

        CliHarness.Output output = persistentStoreFixture.withdraw(session);

        assertThat(output.normalizedOut())
                .contains("The consent is withdrawn", "Session ended, was awaiting-otp", "Identity none was stored")
                .contains("Ledger kept, with the withdrawal; see kyc consent show asha");
        assertThat(output.status()).isZero();
        assertThat(persistentStoreFixture.run("consent show asha").normalizedOut())
                .contains("1 of 1 withdrawn", "it allows nothing any more")
                .doesNotContain("To withdraw");
    }

    @Test
    void a_saved_identity_is_not_stored_and_so_not_erased() {
        String session = persistentStoreFixture.createVerified("asha");

        JsonNode json = FakeProviderValuesTest.json(persistentStoreFixture.withdraw(session, "--json"));
        CliHarness.Output again = persistentStoreFixture.withdraw(session);

        assertThat(json.path("before").asText()).isEqualTo("completed");
        assertThat(json.path("state").asText()).isEqualTo("completed");
        assertThat(json.path("identityErased").asBoolean(true)).isFalse();
        assertThat(again.normalizedOut()).contains("the host saved it");
        assertThat(again.status()).isZero();
    }

    @Test
    void an_identity_that_was_not_saved_is_erased() {
        persistentStoreFixture.past("PT1M").verify("asha");
        String session = FakeProviderValuesTest.json(persistentStoreFixture.run("consent show asha --json"))
                .path("consents")
                .path(0)
                .path("session")
                .asText();

        CliHarness.Output output = persistentStoreFixture.withdraw(session);

        assertThat(output.normalizedOut()).contains("Session ended, was verified", "Identity erased");
        assertThat(persistentStoreFixture.tamper(
                        "UPDATE kyc_session SET revision = revision WHERE identity IS NOT NULL"))
                .isZero();
    }

    @Test
    void reconciliation_records_the_expiry_of_a_consent_in_its_chain() throws IOException {
        persistentStoreFixture.past("PT2H").sendCode("asha");

        persistentStoreFixture.run("settle");
        persistentStoreFixture.run("settle");

        assertThat(persistentStoreFixture.run("consent show asha").normalizedOut())
                .contains("1 of 1 expired", "it allows nothing any more")
                .containsPattern("Expired [0-9]");
        assertThat(lines(persistentStoreFixture.run("consent export")).get(0).path("events"))
                .extracting(event -> event.path("kind").asText())
                .containsExactly("asked", "given", "used", "expired");
        assertThat(persistentStoreFixture.run("consent verify").normalizedOut())
                .contains("1 consent, 4 entries: every chain is intact.");
    }

    @Test
    void an_unreadable_ledger_names_the_command_to_run() {
        persistentStoreFixture.createVerified("asha");
        persistentStoreFixture.tamper("UPDATE kyc_consent_event SET event = 'nonsense' WHERE position = 1");

        assertThat(persistentStoreFixture.run("consent show asha").err()).contains("damaged");
        assertThat(persistentStoreFixture.run("consent show asha").status()).isEqualTo(2);
        assertThat(persistentStoreFixture.run("consent verify").normalizedOut()).contains("Position 1");
    }

    @Test
    void an_unknown_name_cannot_be_withdrawn() {
        CliHarness.Output session = persistentStoreFixture.run("consent withdraw AAAAAAAAAAAAAAAAAAAAAA");
        CliHarness.Output person = persistentStoreFixture.run("consent withdraw asha");
        CliHarness.Output number = persistentStoreFixture.run("consent withdraw 999941057058");

        assertThat(session.err()).contains("no session, consent or subject has this name");
        assertThat(session.status()).isEqualTo(1);
        assertThat(person.err()).isEqualTo(session.err());
        assertThat(person.status()).isEqualTo(1);
        assertThat(number.err()).contains("subject must not look like an identity number");
        assertThat(number.status()).isEqualTo(2);
    }

    @Test
    void a_receipt_has_a_command_that_withdraws_an_unused_consent() {
        persistentStoreFixture.past("PT1M").consent("asha");

        CliHarness.Output output = persistentStoreFixture.withdraw(consent("asha"));

        assertThat(output.normalizedOut())
                .contains("The consent is withdrawn", "Consent " + consent("asha"), "Session ended, was consented");
        assertThat(persistentStoreFixture.run("consent show asha").normalizedOut())
                .contains("1 of 1 withdrawn");
    }

    @Test
    void all_consents_of_a_subject_are_withdrawn_without_an_id() {
        persistentStoreFixture.past("PT1M").verify("asha");
        persistentStoreFixture.createAwaitingCode("asha");
        persistentStoreFixture.createAwaitingCode("ravi");

        JsonNode json = FakeProviderValuesTest.json(persistentStoreFixture.run("consent withdraw asha --json"));
        CliHarness.Output again = persistentStoreFixture.run("consent withdraw asha");

        assertThat(json.path("subject").asText()).isEqualTo("asha");
        assertThat(json.path("consents"))
                .extracting(one -> one.path("sessions").path(0).path("before").asText())
                .containsExactly("verified", "awaiting-otp");
        assertThat(persistentStoreFixture.run("consent show asha").normalizedOut())
                .contains("1 of 2 withdrawn", "2 of 2 withdrawn");
        assertThat(persistentStoreFixture.run("consent show ravi").normalizedOut())
                .contains("1 of 1 given");
        assertThat(again.status()).isEqualTo(1);
    }

    @Test
    void a_consent_of_a_purged_session_can_be_withdrawn() {
        persistentStoreFixture.createAwaitingCode("asha");
        persistentStoreFixture.tamper("DELETE FROM kyc_session");

        CliHarness.Output output = persistentStoreFixture.withdraw(consent("asha"));

        assertThat(output.normalizedOut()).contains("The consent is withdrawn", "Session purged");
        assertThat(persistentStoreFixture.run("consent show asha").normalizedOut())
                .contains("1 of 1 withdrawn");
    }

    @Test
    void an_unchanged_ledger_is_intact() {
        persistentStoreFixture.createVerified("asha");
        persistentStoreFixture.createVerified("ravi");

        CliHarness.Output output = persistentStoreFixture.run("consent verify");

        assertThat(output.normalizedOut()).contains("2 consents, 8 entries: every chain is intact.");
        assertThat(output.status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE kyc_consent_event SET event = replace(event, 'fake', 'mock') WHERE position = 2",
                "UPDATE kyc_consent_event SET hash = replace(hash, '0', '1') WHERE position = 2",
                "DELETE FROM kyc_consent_event WHERE position = 2"
            })
    void a_changed_ledger_reports_its_first_broken_entry(String statement) {
        persistentStoreFixture.createVerified("asha");
        persistentStoreFixture.tamper(statement);

        CliHarness.Output output = persistentStoreFixture.run("consent verify");
        JsonNode json = FakeProviderValuesTest.json(persistentStoreFixture.run("consent verify --json"));

        assertThat(output.normalizedOut()).contains("The ledger was changed.", "Position 2", "Reason ");
        assertThat(output.status()).isEqualTo(1);
        assertThat(json.path("whole").asBoolean(true)).isFalse();
        assertThat(json.path("broken").path("position").asInt()).isEqualTo(2);
    }

    @Test
    void swapped_entries_are_found() {
        persistentStoreFixture.createVerified("asha");
        persistentStoreFixture.tamper("UPDATE kyc_consent_event SET position = -2 WHERE position = 2");
        persistentStoreFixture.tamper("UPDATE kyc_consent_event SET position = 2 WHERE position = 3");
        persistentStoreFixture.tamper("UPDATE kyc_consent_event SET position = 3 WHERE position = -2");

        assertThat(persistentStoreFixture.run("consent verify").status()).isEqualTo(1);
    }

    @Test
    void the_export_has_a_line_for_each_consent_with_every_link_and_its_hash() throws IOException {
        persistentStoreFixture.createVerified("asha");
        persistentStoreFixture.createAwaitingCode("ravi");

        CliHarness.Output output = persistentStoreFixture.run("consent export");

        List<JsonNode> lines = lines(output);
        assertThat(lines)
                .hasSize(2)
                .extracting(line -> line.path("pii_principal_id").asText())
                .containsExactlyInAnyOrder("asha", "ravi");
        assertThat(lines).allSatisfy(line -> {
            JsonNode purpose = line.path("pii_processing").path("purposes").path(0);
            assertThat(line.path("schema_version").asText()).isEqualTo("kycport-consent/1");
            assertThat(line.path("record_id").asText()).hasSize(22);
            assertThat(line.path("pii_processing").path("language").asText()).isEqualTo("en-IN");
            assertThat(line.path("pii_processing")
                            .path("privacy_notice")
                            .path("sha256")
                            .asText())
                    .hasSize(64);
            assertThat(purpose.path("lawful_basis").asText()).isEqualTo("consent");
            assertThat(purpose.path("jurisdiction").asText()).isEqualTo("IN");
            assertThat(purpose.path("pii_information")).hasSize(6);
            assertThat(purpose.path("recipient_third_parties")
                            .path(0)
                            .path("party_id")
                            .asText())
                    .isEqualTo("fake");
            assertThat(line.path("events"))
                    .hasSize(4)
                    .allMatch(event -> event.path("hash").asText().length() == 64)
                    .extracting(event -> event.path("event_state").asText())
                    .containsExactly("requested", "given", "given", "given");
            assertThat(line.path("events").path(1).path("validity_duration").asText())
                    .isEqualTo("PT1H");
        });
        assertThat(output.status()).isZero();
    }

    @Test
    void the_export_of_one_person_leaves_the_others_out() throws IOException {
        persistentStoreFixture.createVerified("asha");
        persistentStoreFixture.createVerified("ravi");

        assertThat(lines(persistentStoreFixture.run("consent export --subject ravi")))
                .extracting(line -> line.path("pii_principal_id").asText())
                .containsExactly("ravi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consent show asha",
                "consent withdraw AAAAAAAAAAAAAAAAAAAAAA",
                "consent verify",
                "consent export",
                "hold list",
                "hold add asha --reason x",
                "hold release asha",
                "settle"
            })
    void an_administrative_command_needs_a_persistent_store(String command) {
        CliHarness.Output output = new CliHarness().run(command);

        assertThat(output.err()).contains("this command needs a persistent store", "kyc.store.url");
        assertThat(output.out()).isEmpty();
        assertThat(output.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "consent,                'a command is missing; known: show, withdraw, verify, export'",
        "consent shwo,           'known: show, withdraw, verify, export'",
        "consent show,           SUBJECT is missing",
        "consent show 999941057058, subject must not look like an identity number",
        "hold add asha,          --reason is missing",
        "hold add asha --reason, --reason has no value",
        "keys retire,            FILE is missing"
    })
    void what_is_missing_is_named(String command, String complaint) {
        CliHarness.Output output = persistentStoreFixture.run(command);

        assertThat(output.err()).contains(complaint);
        assertThat(output.status()).isEqualTo(2);
    }

    private String consent(String subject) {
        return FakeProviderValuesTest.json(persistentStoreFixture.run("consent show --json " + subject))
                .path("consents")
                .path(0)
                .path("record_id")
                .asText();
    }

    private static List<JsonNode> lines(CliHarness.Output output) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : output.out().lines().toList()) {
            lines.add(new JsonMapper().readTree(line));
        }
        return lines;
    }
}
