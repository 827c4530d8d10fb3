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
    void a_receipt_tells_everything_that_was_done_under_a_consent() {
        persistentStoreFixture.createVerified("asha");

        CliHarness.Output output = persistentStoreFixture.run("consent show asha");

        assertThat(output.normalizedOut())
                .contains("Consents of asha", "1 of 1 given", "Purpose KYC check from the command line")
                .contains("Passed to fake", "Notice kyc-command-line v1, en-IN", "You are free to say no")
                .containsPattern("Given .*, by typing yes; valid until ")
                .containsPattern("Used .*: fake was asked to send a code .*: fake was asked to check the code")
                .containsPattern("To withdraw at any time: kyc consent withdraw (-- )?" + consent("asha"));
        assertThat(output.err()).isEmpty();
        assertThat(output.status()).isZero();
    }

    @Test
    void scripts_get_the_same_by_the_names_of_the_standard() {
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
    void somebody_who_was_never_asked_is_told_so(String command) {
        persistentStoreFixture.createVerified("asha");

        CliHarness.Output output = persistentStoreFixture.run(command);

        assertThat(output.err()).isEqualToIgnoringNewLines("kyc: nobody of that name was ever asked for consent here");
        assertThat(output.out()).isEmpty();
        assertThat(output.status()).isEqualTo(1);
    }

    @Test
    void withdrawing_ends_a_session_that_is_under_way() {
        String session = persistentStoreFixture.createAwaitingCode("asha");

        CliHarness.Output output = persistentStoreFixture.withdraw(session);

        assertThat(output.normalizedOut())
                .contains("The consent is withdrawn", "Session ended, was awaiting-otp", "Identity none was kept")
                .contains("Ledger kept, with the withdrawal in it; kyc consent show asha");
        assertThat(output.status()).isZero();
        assertThat(persistentStoreFixture.run("consent show asha").normalizedOut())
                .contains("1 of 1 withdrawn", "it allows nothing any more")
                .doesNotContain("To withdraw");
    }

    @Test
    void an_identity_that_was_taken_over_is_not_kept_and_so_not_erased() {
        String session = persistentStoreFixture.createVerified("asha");

        JsonNode json = FakeProviderValuesTest.json(persistentStoreFixture.withdraw(session, "--json"));
        CliHarness.Output again = persistentStoreFixture.withdraw(session);

        assertThat(json.path("before").asText()).isEqualTo("completed");
        assertThat(json.path("state").asText()).isEqualTo("completed");
        assertThat(json.path("identityErased").asBoolean(true)).isFalse();
        assertThat(again.normalizedOut()).contains("the host took it over");
        assertThat(again.status()).isZero();
    }

    @Test
    void an_identity_that_nobody_took_over_is_erased() {
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
    void that_a_consents_time_is_over_stands_in_its_chain_once_settling_came_by() throws IOException {
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
                .contains("1 consent, 4 links: every chain is whole.");
    }

    @Test
    void a_ledger_that_cannot_be_read_says_where_to_look() {
        persistentStoreFixture.createVerified("asha");
        persistentStoreFixture.tamper("UPDATE kyc_consent_event SET event = 'nonsense' WHERE position = 1");

        assertThat(persistentStoreFixture.run("consent show asha").err()).contains("damaged");
        assertThat(persistentStoreFixture.run("consent show asha").status()).isEqualTo(2);
        assertThat(persistentStoreFixture.run("consent verify").normalizedOut()).contains("Position 1");
    }

    @Test
    void what_nobody_knows_cannot_be_withdrawn() {
        CliHarness.Output session = persistentStoreFixture.run("consent withdraw AAAAAAAAAAAAAAAAAAAAAA");
        CliHarness.Output person = persistentStoreFixture.run("consent withdraw asha");
        CliHarness.Output number = persistentStoreFixture.run("consent withdraw 999941057058");

        assertThat(session.err()).contains("no session, no consent and nobody is known by that name here");
        assertThat(session.status()).isEqualTo(1);
        assertThat(person.err()).isEqualTo(session.err());
        assertThat(person.status()).isEqualTo(1);
        assertThat(number.err()).contains("subject must not look like an identity number");
        assertThat(number.status()).isEqualTo(2);
    }

    @Test
    void a_receipt_tells_a_command_that_withdraws_a_consent_never_used() {
        persistentStoreFixture.past("PT1M").consent("asha");

        CliHarness.Output output = persistentStoreFixture.withdraw(consent("asha"));

        assertThat(output.normalizedOut())
                .contains("The consent is withdrawn", "Consent " + consent("asha"), "Session ended, was consented");
        assertThat(persistentStoreFixture.run("consent show asha").normalizedOut())
                .contains("1 of 1 withdrawn");
    }

    @Test
    void a_person_takes_back_all_they_gave_without_knowing_any_id() {
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
    void a_consent_outlives_its_session_and_is_withdrawn_all_the_same() {
        persistentStoreFixture.createAwaitingCode("asha");
        persistentStoreFixture.tamper("DELETE FROM kyc_session");

        CliHarness.Output output = persistentStoreFixture.withdraw(consent("asha"));

        assertThat(output.normalizedOut()).contains("The consent is withdrawn", "Session none is kept any more");
        assertThat(persistentStoreFixture.run("consent show asha").normalizedOut())
                .contains("1 of 1 withdrawn");
    }

    @Test
    void a_ledger_as_it_was_written_is_whole() {
        persistentStoreFixture.createVerified("asha");
        persistentStoreFixture.createVerified("ravi");

        CliHarness.Output output = persistentStoreFixture.run("consent verify");

        assertThat(output.normalizedOut()).contains("2 consents, 8 links: every chain is whole.");
        assertThat(output.status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE kyc_consent_event SET event = replace(event, 'fake', 'mock') WHERE position = 2",
                "UPDATE kyc_consent_event SET hash = replace(hash, '0', '1') WHERE position = 2",
                "DELETE FROM kyc_consent_event WHERE position = 2"
            })
    void a_ledger_that_was_tampered_with_names_the_first_broken_link(String statement) {
        persistentStoreFixture.createVerified("asha");
        persistentStoreFixture.tamper(statement);

        CliHarness.Output output = persistentStoreFixture.run("consent verify");
        JsonNode json = FakeProviderValuesTest.json(persistentStoreFixture.run("consent verify --json"));

        assertThat(output.normalizedOut()).contains("The ledger is not as it was written.", "Position 2", "Why ");
        assertThat(output.status()).isEqualTo(1);
        assertThat(json.path("whole").asBoolean(true)).isFalse();
        assertThat(json.path("broken").path("position").asInt()).isEqualTo(2);
    }

    @Test
    void links_that_changed_places_are_found() {
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
    void a_store_in_memory_has_nothing_to_look_after(String command) {
        CliHarness.Output output = new CliHarness().run(command);

        assertThat(output.err()).contains("this store is in memory and keeps nothing", "kyc.store.url");
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
        "hold add asha --reason, --reason is given without its value",
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
