package dev.kycport.adapter.uidai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.uidai.internal.signer.SignerEntry;
import dev.kycport.adapter.uidai.internal.signer.SignerFile;
import dev.kycport.adapter.uidai.internal.signer.TrustStore;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.evidence.Evidence;
import dev.kycport.domain.evidence.EvidenceKind;
import dev.kycport.domain.evidence.EvidenceVerdict;
import dev.kycport.domain.identity.AadhaarHolder;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.BirthDate;
import dev.kycport.domain.identity.Gender;
import dev.kycport.ports.evidence.EvidenceResult;
import dev.kycport.ports.evidence.SignedDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes that UIDAI and anon-aadhaar published for testing. The expected values are those of a decoder written in Python. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishedQrTest {

    private static final UidaiVerifier SHIPPED = new UidaiVerifier(TrustStore.load(Optional.empty()));

    private static final Map<Address.Part, String> ADDRESS = Map.of(
            Address.Part.CARE_OF, "C/O Ishwar Chand",
            Address.Part.DISTRICT, "East Delhi",
            Address.Part.HOUSE, "B-31, 3rd Floor",
            Address.Part.PIN, "110051",
            Address.Part.POST_OFFICE, "Krishna Nagar",
            Address.Part.STATE, "Delhi",
            Address.Part.STREET, "Radhey Shyam Park Extension",
            Address.Part.SUB_DISTRICT, "Gandhi Nagar",
            Address.Part.VTC, "Krishna Nagar");

    @Test
    void the_sample_of_UIDAI_verifies_with_its_real_certificate_and_every_field_is_read() {
        EvidenceResult result = verify(SHIPPED, "uidai-official-sample-v1.txt");

        assertThat(result.verdict()).isEqualTo(EvidenceVerdict.GENUINE);
        AadhaarHolder holder = result.holder().orElseThrow();
        assertThat(holder.name()).isEqualTo("Sumit Kumar");
        assertThat(holder.birthDate()).isEqualTo(BirthDate.ofDate(LocalDate.of(1984, 1, 1)));
        assertThat(holder.gender()).isEqualTo(Gender.MALE);
        assertThat(holder.address()).isEqualTo(new Address(ADDRESS));
        assertThat(holder.number().lastFour()).isEqualTo("2697");
        assertThat(holder.photo()).hasValueSatisfying(photo -> {
            assertThat(photo.type()).isEqualTo(MediaType.JPEG_2000);
            assertThat(photo.image().size()).isEqualTo(1065 - 177);
            assertThat(photo.image().tail(2)).isEqualTo("\u00FF\u00D9");
        });
        Evidence evidence = result.evidence().orElseThrow();
        assertThat(evidence.kind()).isEqualTo(EvidenceKind.SECURE_QR);
        assertThat(evidence.layout()).isEqualTo("V1");
        assertThat(evidence.signer().name()).isEqualTo("DS UNIQUE IDENTIFICATION AUTHORITY OF INDIA 4");
        assertThat(evidence.signer().fingerprint().hex()).startsWith("fcf31a3f89211615");
        assertThat(evidence.generatedAt()).contains(Instant.parse("2019-03-08T06:14:07.437Z"));
    }

    @Test
    void the_second_sample_of_UIDAI_was_signed_by_nobody_known() {
        EvidenceResult result = verify(SHIPPED, "uidai-official-sample-2-mobile-only.txt");

        assertThat(result.verdict()).isEqualTo(EvidenceVerdict.SIGNER_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anon-aadhaar-v2-dataInput.txt", "anon-aadhaar-v2-test.txt"})
    void the_test_data_of_anon_aadhaar_does_not_verify_with_real_certificates(String name) {
        assertThat(verify(SHIPPED, name).verdict()).isEqualTo(EvidenceVerdict.SIGNER_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anon-aadhaar-v2-dataInput.txt", "anon-aadhaar-v2-test.txt"})
    void the_test_data_of_anon_aadhaar_verifies_with_the_test_signer_over_a_period_that_contains_it(String name) {
        EvidenceResult result = verify(withTestSigner("from: 2019-01-01T00:00:00Z\n"), name);

        assertThat(result.verdict()).isEqualTo(EvidenceVerdict.GENUINE);
        AadhaarHolder holder = result.holder().orElseThrow();
        assertThat(holder.name()).isEqualTo("Sumit Kumar");
        assertThat(holder.address()).isEqualTo(new Address(ADDRESS));
        assertThat(holder.photo().orElseThrow().image().size()).isEqualTo(1073 - 185);
        assertThat(result.evidence().orElseThrow().layout()).isEqualTo("V2");
    }

    @Test
    void the_test_data_dated_before_its_test_signer_is_outside_the_period() {
        assertThat(verify(withTestSigner(""), "anon-aadhaar-v2-dataInput.txt").verdict())
                .isEqualTo(EvidenceVerdict.SIGNER_NOT_VALID_THEN);
        assertThat(verify(withTestSigner(""), "anon-aadhaar-v2-test.txt").verdict())
                .isEqualTo(EvidenceVerdict.GENUINE);
    }

    private static EvidenceResult verify(UidaiVerifier verifier, String name) {
        Bytes digits = Bytes.of(Samples.read(name).getBytes(StandardCharsets.US_ASCII));
        return verifier.verify(new SignedDocument(digits), Samples.NOW);
    }

    private static UidaiVerifier withTestSigner(String period) {
        List<SignerEntry> entries = new ArrayList<>(TrustStore.shipped());
        entries.addAll(
                new SignerFile("test", false).read("purpose: secure-qr\n" + period + Samples.read("test-signer.pem")));
        return new UidaiVerifier(new TrustStore(entries));
    }
}
