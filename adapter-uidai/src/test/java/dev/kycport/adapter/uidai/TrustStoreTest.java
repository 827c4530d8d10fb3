package dev.kycport.adapter.uidai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.adapter.uidai.internal.signer.SignerEntry;
import dev.kycport.adapter.uidai.internal.signer.SignerFile;
import dev.kycport.adapter.uidai.internal.signer.TrustStore;
import dev.kycport.domain.evidence.SignerExpiry;
import dev.kycport.domain.evidence.SignerPurpose;
import dev.kycport.domain.evidence.TrustedSigner;
import dev.kycport.ports.evidence.EvidenceVerifier;
import dev.kycport.ports.spi.EvidenceVerifierFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrustStoreTest {

    @TempDir
    private Path folder;

    @Test
    void the_certificates_of_UIDAI_and_the_root_above_DigiLocker_are_shipped() {
        List<TrustedSigner> signers = verifier(Optional.empty()).signers();

        assertThat(signers).allMatch(TrustedSigner::shipped);
        assertThat(signers)
                .extracting(trusted -> trusted.signer().fingerprint().hex().substring(0, 16))
                .containsExactlyInAnyOrder(
                        "35575c63c72106e8",
                        "e0f5596d2c48e19f",
                        "e0f0f869d32efc7e",
                        "00573c692cf04fbe",
                        "e0304b9e61ee3640",
                        "fcf31a3f89211615",
                        "49e298532243ce28",
                        "9a3fd3176798e842");
        assertThat(signers)
                .filteredOn(trusted -> trusted.purposes().contains(SignerPurpose.DIGILOCKER_ROOT))
                .extracting(trusted -> trusted.signer().name())
                .containsExactly("CCA India 2022");
    }

    @Test
    void the_newest_shipped_signer_of_a_purpose_ends_in_2029() {
        List<TrustedSigner> signers = verifier(Optional.empty()).signers();

        assertThat(SignerExpiry.dueAt(Instant.parse("2028-11-04T00:00:00Z"), signers))
                .isEmpty();
        assertThat(SignerExpiry.dueAt(Instant.parse("2028-11-06T00:00:00Z"), signers))
                .extracting(SignerExpiry::purpose)
                .containsExactly(SignerPurpose.OFFLINE_XML, SignerPurpose.SECURE_QR);
    }

    @Test
    void the_operator_adds_a_signer_by_a_file() throws IOException {
        Path file = Files.writeString(
                folder.resolve("signers.pem"),
                "# the next one\npurpose: offline-xml, secure-qr\nfrom: 2026-02-01T00:00:00Z\n"
                        + "until: 2026-12-31T00:00:00Z\n" + Samples.SIGNER.pem());

        List<TrustedSigner> signers = verifier(Optional.of(file)).signers();

        assertThat(signers)
                .filteredOn(trusted -> !trusted.shipped())
                .singleElement()
                .satisfies(trusted -> {
                    assertThat(trusted.purposes())
                            .containsExactlyInAnyOrder(SignerPurpose.OFFLINE_XML, SignerPurpose.SECURE_QR);
                    assertThat(trusted.signer().name()).isEqualTo("DS Test Authority 1");
                    assertThat(trusted.signer().validFrom()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
                    assertThat(trusted.signer().validUntil()).isEqualTo(Instant.parse("2026-12-31T00:00:00Z"));
                });
    }

    @Test
    void a_tag_counts_for_the_next_certificate_alone() {
        String two = "purpose: secure-qr\nfrom: 2026-02-01T00:00:00Z\nuntil: 2026-12-31T00:00:00Z\n"
                + Samples.SIGNER.pem() + "purpose: offline-xml\n" + Samples.STRANGER.pem();

        List<SignerEntry> entries = new SignerFile("two", false).read(two);

        assertThat(entries.get(1).trusted().purposes()).containsExactly(SignerPurpose.OFFLINE_XML);
        assertThat(entries.get(1).signer().validFrom()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(entries.get(1).signer().validUntil()).isEqualTo(Instant.parse("2029-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "'purpose: avc\n',1,names a purpose",
        "'purpose: ,\n',1,at least one purpose",
        "'hello\n',1,must be purpose:",
        "'purpose: secure-qr\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',4,cannot be read",
        "'purpose: secure-qr\n-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n',4,cannot be read",
        "'purpose: secure-qr\n-----BEGIN CERTIFICATE-----\nAAAA\n',3,ends before",
        "'purpose: secure-qr\n',1,ends before",
        "'from: tomorrow\n',1,must be an instant",
        "'# nothing\n',1,has no certificate"
    })
    void a_file_that_cannot_be_used_names_the_line(String text, int line, String problem) {
        assertThatThrownBy(() -> new SignerFile("signers.pem", false).read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("signers.pem, line " + line + ": ")
                .hasMessageContaining(problem);
    }

    @Test
    void a_certificate_needs_a_purpose_and_a_period() {
        assertThatThrownBy(() -> new SignerFile("x", false).read(Samples.SIGNER.pem()))
                .hasMessageContaining("without a purpose");
        assertThatThrownBy(() -> new SignerFile("x", false)
                        .read("purpose: secure-qr\nuntil: 2025-01-01T00:00:00Z\n" + Samples.SIGNER.pem()))
                .hasMessageContaining("ends before it begins");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        Path missing = folder.resolve("missing.pem");

        assertThatThrownBy(() -> verifier(Optional.of(missing)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing.pem cannot be read");
    }

    @Test
    void a_huge_file_is_not_read() throws IOException {
        Path file = Files.write(folder.resolve("huge.pem"), new byte[1024 * 1024 + 1]);

        assertThatThrownBy(() -> verifier(Optional.of(file))).hasMessageContaining("larger than");
    }

    @Test
    void the_signers_valid_at_the_claimed_time_are_tried_first() {
        TrustStore store = TrustStore.load(Optional.empty());

        assertThat(store.of(SignerPurpose.OFFLINE_XML, Optional.of(Instant.parse("2018-01-01T00:00:00Z")))
                        .get(0)
                        .signer()
                        .name())
                .endsWith("03");
        assertThat(store.of(SignerPurpose.OFFLINE_XML, Optional.empty())
                        .get(0)
                        .signer()
                        .name())
                .endsWith("06");
    }

    private static EvidenceVerifier verifier(Optional<Path> file) {
        return ServiceLoader.load(EvidenceVerifierFactory.class)
                .findFirst()
                .orElseThrow()
                .create(file);
    }
}
