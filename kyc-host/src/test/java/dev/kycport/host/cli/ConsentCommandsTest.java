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

    private Kept kept = new Kept(Path.of(""));

    @BeforeEach
    void open() {
        kept = new Kept(folder);
    }

    @Test
    void a_receipt_tells_everything_that_was_done_under_a_consent() {
        kept.verified("asha");

        Shell.Output output = kept.run("consent show asha");

        assertThat(output.story())
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
        String session = kept.verified("asha");

        JsonNode json = MagicValuesTest.json(kept.run("consent show asha --json"));

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
        kept.verified("asha");

        Shell.Output output = kept.run(command);

        assertThat(output.err()).isEqualToIgnoringNewLines("kyc: nobody of that name was ever asked for consent here");
        assertThat(output.out()).isEmpty();
        assertThat(output.status()).isEqualTo(1);
    }

    @Test
    void withdrawing_ends_a_session_that_is_under_way() {
        String session = kept.waiting("asha");

        Shell.Output output = kept.withdraw(session);

        assertThat(output.story())
                .contains("The consent is withdrawn", "Session ended, was awaiting-otp", "Identity none was kept")
                .contains("Ledger kept, with the withdrawal in it; kyc consent show asha");
        assertThat(output.status()).isZero();
        assertThat(kept.run("consent show asha").story())
                .contains("1 of 1 withdrawn", "it allows nothing any more")
                .doesNotContain("To withdraw");
    }

    @Test
    void an_identity_that_was_taken_over_is_not_kept_and_so_not_erased() {
        String session = kept.verified("asha");

        JsonNode json = MagicValuesTest.json(kept.withdraw(session, "--json"));
        Shell.Output again = kept.withdraw(session);

        assertThat(json.path("before").asText()).isEqualTo("completed");
        assertThat(json.path("state").asText()).isEqualTo("completed");
        assertThat(json.path("identityErased").asBoolean(true)).isFalse();
        assertThat(again.story()).contains("the host took it over");
        assertThat(again.status()).isZero();
    }

    @Test
    void an_identity_that_nobody_took_over_is_erased() {
        kept.ago("PT1M").verified("asha");
        String session = MagicValuesTest.json(kept.run("consent show asha --json"))
                .path("consents")
                .path(0)
                .path("session")
                .asText();

        Shell.Output output = kept.withdraw(session);

        assertThat(output.story()).contains("Session ended, was verified", "Identity erased");
        assertThat(kept.tamper("UPDATE kyc_session SET revision = revision WHERE identity IS NOT NULL"))
                .isZero();
    }

    @Test
    void that_a_consents_time_is_over_stands_in_its_chain_once_settling_came_by() throws IOException {
        kept.ago("PT2H").waited("asha");

        kept.run("settle");
        kept.run("settle");

        assertThat(kept.run("consent show asha").story())
                .contains("1 of 1 expired", "it allows nothing any more")
                .containsPattern("Expired [0-9]");
        assertThat(lines(kept.run("consent export")).get(0).path("events"))
                .extracting(event -> event.path("kind").asText())
                .containsExactly("asked", "given", "used", "expired");
        assertThat(kept.run("consent verify").story()).contains("1 consent, 4 links: every chain is whole.");
    }

    @Test
    void a_ledger_that_cannot_be_read_says_where_to_look() {
        kept.verified("asha");
        kept.tamper("UPDATE kyc_consent_event SET event = 'nonsense' WHERE position = 1");

        assertThat(kept.run("consent show asha").err()).contains("damaged");
        assertThat(kept.run("consent show asha").status()).isEqualTo(2);
        assertThat(kept.run("consent verify").story()).contains("Position 1");
    }

    @Test
    void what_nobody_knows_cannot_be_withdrawn() {
        Shell.Output session = kept.run("consent withdraw AAAAAAAAAAAAAAAAAAAAAA");
        Shell.Output person = kept.run("consent withdraw asha");
        Shell.Output number = kept.run("consent withdraw 999941057058");

        assertThat(session.err()).contains("no session, no consent and nobody is known by that name here");
        assertThat(session.status()).isEqualTo(1);
        assertThat(person.err()).isEqualTo(session.err());
        assertThat(person.status()).isEqualTo(1);
        assertThat(number.err()).contains("subject must not look like an identity number");
        assertThat(number.status()).isEqualTo(2);
    }

    @Test
    void a_receipt_tells_a_command_that_withdraws_a_consent_never_used() {
        kept.ago("PT1M").agreed("asha");

        Shell.Output output = kept.withdraw(consent("asha"));

        assertThat(output.story())
                .contains("The consent is withdrawn", "Consent " + consent("asha"), "Session ended, was consented");
        assertThat(kept.run("consent show asha").story()).contains("1 of 1 withdrawn");
    }

    @Test
    void a_person_takes_back_all_they_gave_without_knowing_any_id() {
        kept.ago("PT1M").verified("asha");
        kept.waiting("asha");
        kept.waiting("ravi");

        JsonNode json = MagicValuesTest.json(kept.run("consent withdraw asha --json"));
        Shell.Output again = kept.run("consent withdraw asha");

        assertThat(json.path("subject").asText()).isEqualTo("asha");
        assertThat(json.path("consents"))
                .extracting(one -> one.path("sessions").path(0).path("before").asText())
                .containsExactly("verified", "awaiting-otp");
        assertThat(kept.run("consent show asha").story()).contains("1 of 2 withdrawn", "2 of 2 withdrawn");
        assertThat(kept.run("consent show ravi").story()).contains("1 of 1 given");
        assertThat(again.status()).isEqualTo(1);
    }

    @Test
    void a_consent_outlives_its_session_and_is_withdrawn_all_the_same() {
        kept.waiting("asha");
        kept.tamper("DELETE FROM kyc_session");

        Shell.Output output = kept.withdraw(consent("asha"));

        assertThat(output.story()).contains("The consent is withdrawn", "Session none is kept any more");
        assertThat(kept.run("consent show asha").story()).contains("1 of 1 withdrawn");
    }

    @Test
    void a_ledger_as_it_was_written_is_whole() {
        kept.verified("asha");
        kept.verified("ravi");

        Shell.Output output = kept.run("consent verify");

        assertThat(output.story()).contains("2 consents, 8 links: every chain is whole.");
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
        kept.verified("asha");
        kept.tamper(statement);

        Shell.Output output = kept.run("consent verify");
        JsonNode json = MagicValuesTest.json(kept.run("consent verify --json"));

        assertThat(output.story()).contains("The ledger is not as it was written.", "Position 2", "Why ");
        assertThat(output.status()).isEqualTo(1);
        assertThat(json.path("whole").asBoolean(true)).isFalse();
        assertThat(json.path("broken").path("position").asInt()).isEqualTo(2);
    }

    @Test
    void links_that_changed_places_are_found() {
        kept.verified("asha");
        kept.tamper("UPDATE kyc_consent_event SET position = -2 WHERE position = 2");
        kept.tamper("UPDATE kyc_consent_event SET position = 2 WHERE position = 3");
        kept.tamper("UPDATE kyc_consent_event SET position = 3 WHERE position = -2");

        assertThat(kept.run("consent verify").status()).isEqualTo(1);
    }

    @Test
    void the_export_has_a_line_for_each_consent_with_every_link_and_its_hash() throws IOException {
        kept.verified("asha");
        kept.waiting("ravi");

        Shell.Output output = kept.run("consent export");

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
        kept.verified("asha");
        kept.verified("ravi");

        assertThat(lines(kept.run("consent export --subject ravi")))
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
        Shell.Output output = new Shell().run(command);

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
        Shell.Output output = kept.run(command);

        assertThat(output.err()).contains(complaint);
        assertThat(output.status()).isEqualTo(2);
    }

    private String consent(String subject) {
        return MagicValuesTest.json(kept.run("consent show --json " + subject))
                .path("consents")
                .path(0)
                .path("record_id")
                .asText();
    }

    private static List<JsonNode> lines(Shell.Output output) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : output.out().lines().toList()) {
            lines.add(new JsonMapper().readTree(line));
        }
        return lines;
    }
}
