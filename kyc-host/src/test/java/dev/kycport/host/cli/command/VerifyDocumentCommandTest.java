package dev.kycport.host.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kycport.host.cli.CliHarness;
import dev.kycport.host.cli.FakeProviderValuesTest;
import dev.kycport.tck.evidence.OfflineKyc;
import dev.kycport.tck.evidence.TestSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VerifyDocumentCommandTest {

    private static final TestSigner SIGNER = TestSigner.selfSigned(
            "CN=DS Test Authority 1,O=Test Authority,C=IN",
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2029-01-01T00:00:00Z"));

    // Dated in the past of every machine that runs this.
    private static final String XML =
            OfflineKyc.ASHA.with("referenceId", "703420260130093000000").signedBy(SIGNER);

    @TempDir
    private Path folder;

    private Path document;
    private Path signers;

    @BeforeEach
    void write() throws IOException {
        document = Files.writeString(folder.resolve("offline.xml"), XML);
        signers = Files.writeString(folder.resolve("signers.pem"), "purpose: offline-xml\n" + SIGNER.pem());
    }

    @Test
    void a_genuine_document_is_shown_with_its_person_and_signer() {
        CliHarness.Output output = trusting().run("verify-document " + document);

        assertThat(output.normalizedOut())
                .contains("genuine: the document is signed by DS Test Authority 1")
                .contains("Name Asha Test Rao")
                .contains("Aadhaar XXXX XXXX 7034")
                .contains("Generated 2026-01-30T04:00:00Z")
                .contains("Mobile not-asked");
        assertThat(output.status()).isZero();
    }

    @Test
    void scripts_get_one_object() {
        JsonNode json = FakeProviderValuesTest.json(trusting()
                .withInput("Abc@123", "9800000002")
                .run("verify-document " + document + " --share-code - --mobile - --email usha@example.in --json"));

        assertThat(json.path("verdict").asText()).isEqualTo("genuine");
        assertThat(json.at("/evidence/kind").asText()).isEqualTo("offline-xml");
        assertThat(json.at("/evidence/signer/name").asText()).isEqualTo("DS Test Authority 1");
        assertThat(json.at("/evidence/mobile").asText()).isEqualTo("yes");
        assertThat(json.at("/evidence/email").asText()).isEqualTo("no");
        assertThat(json.at("/identity/maskedAadhaar").asText()).isEqualTo("XXXX XXXX 7034");
        assertThat(json.at("/identity/address/pin").asText()).isEqualTo("560001");
        assertThat(json.at("/identity/photoType").asText()).isEqualTo("image/jpeg");
        assertThat(json.path("digest").asText()).hasSize(64);
        assertThat(json.toString()).doesNotContain("Abc@123", "9800000002", "usha@example.in");
    }

    @Test
    void a_document_that_is_not_genuine_shows_no_person_and_exits_with_1() throws IOException {
        Files.writeString(document, XML.replace("Asha", "Usha"));

        CliHarness.Output output = trusting().run("verify-document " + document + " --json");

        JsonNode json = FakeProviderValuesTest.json(output);
        assertThat(json.path("verdict").asText()).isEqualTo("altered");
        assertThat(json.path("identity").isNull()).isTrue();
        assertThat(json.path("evidence").isNull()).isTrue();
        assertThat(output.allOutput()).doesNotContain("Usha");
        assertThat(output.status()).isEqualTo(1);
    }

    @Test
    void only_shipped_signers_count_without_a_file_of_the_operator() {
        CliHarness.Output output = new CliHarness().run("verify-document " + document);

        assertThat(output.out()).contains("signer-unknown");
        assertThat(output.status()).isEqualTo(1);
    }

    @Test
    void an_older_document_than_wanted_is_too_old() {
        assertThat(trusting()
                        .run("verify-document " + document + " --max-age 1")
                        .out())
                .contains("too-old");
    }

    @Test
    void a_wrong_argument_is_a_usage_error() {
        assertThat(trusting()
                        .run("verify-document " + folder.resolve("missing"))
                        .status())
                .isEqualTo(2);
        assertThat(trusting()
                        .run("verify-document " + document + " --mobile 12")
                        .status())
                .isEqualTo(2);
        assertThat(trusting()
                        .run("verify-document " + document + " --max-age 0")
                        .status())
                .isEqualTo(2);
        assertThat(trusting().run("verify-document").status()).isEqualTo(2);
    }

    @Test
    void a_signer_file_that_cannot_be_used_is_a_configuration_error() throws IOException {
        Files.writeString(signers, "purpose: everything\n");

        CliHarness.Output output = trusting().run("verify-document " + document);

        assertThat(output.err()).contains("kyc.evidence.signers", "signers.pem, line 1", "names a purpose");
        assertThat(output.status()).isEqualTo(2);
    }

    @Test
    void checking_a_document_leaves_nothing_behind() throws IOException {
        trusting().run("verify-document " + document + " --share-code Abc@123");

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(document, signers);
        }
    }

    @Test
    void the_signers_are_listed() {
        CliHarness.Output output = trusting().run("evidence signers");

        assertThat(output.out())
                .contains("DS Unique Identification Authority of India 06", "2029-02-03", "e0304b9e61ee3640")
                .containsPattern("DS Test Authority 1 .*operator");
        assertThat(output.status()).isZero();
    }

    @Test
    void the_signers_are_listed_for_scripts() {
        JsonNode json = FakeProviderValuesTest.json(new CliHarness().run("evidence signers --json"));

        assertThat(json.path("signers")).hasSize(8);
        assertThat(json.at("/signers/0/purposes").toString()).isEqualTo("[\"digilocker-root\"]");
        assertThat(json.path("warnings").isArray()).isTrue();
    }

    private CliHarness trusting() {
        return new CliHarness().with("KYC_EVIDENCE_SIGNERS", signers.toString());
    }
}
