package dev.kycport.adapter.uidai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.uidai.internal.signer.SignerEntry;
import dev.kycport.adapter.uidai.internal.signer.TrustStore;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.evidence.EvidenceKind;
import dev.kycport.domain.evidence.EvidenceVerdict;
import dev.kycport.domain.evidence.SignerPurpose;
import dev.kycport.domain.identity.Address;
import dev.kycport.ports.evidence.EvidenceResult;
import dev.kycport.ports.evidence.SignedDocument;
import dev.kycport.tck.evidence.OfflineKyc;
import dev.kycport.tck.evidence.TestSigner;
import dev.kycport.tck.evidence.XmlSigner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.xml.crypto.dsig.SignatureMethod;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DigiLockerXmlTest {

    private static final String DOCUMENT_SIGNER = "2.16.356.100.10.1";
    private static final String ANY_POLICY = "2.5.29.32.0";
    private static final String DIVISION =
            "CN=DS NATIONAL E-GOVERNANCE DIVISION 1,O=NATIONAL E-GOVERNANCE DIVISION,C=IN";
    private static final Instant FROM = Instant.parse("2022-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2040-01-01T00:00:00Z");
    private static final Instant SIGNER_FROM = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant SIGNER_UNTIL = Instant.parse("2027-01-01T00:00:00Z");

    private static final TestSigner ROOT = TestSigner.root("CN=Test CCA,C=IN", FROM, UNTIL);
    private static final TestSigner AUTHORITY =
            ROOT.issueAuthority("CN=Test sub-CA for Document Signer,C=IN", FROM, UNTIL, List.of(ANY_POLICY));
    private static final TestSigner SIGNER = signer(DIVISION, List.of(DOCUMENT_SIGNER));

    private static final String XML = "<Certificate name=\"Aadhaar\"><IssuedBy/><CertificateData>"
            + "<KycRes code=\"1\" ret=\"Y\" ts=\"2026-11-30T09:30:00.000+05:30\" ttl=\"2027-11-30T09:30:00\" txn=\"t\">"
            + "<UidData tkn=\"t\" uid=\"xxxxxxxx7034\"><Poi dob=\"01-02-1990\" gender=\"F\" name=\"Asha Test Rao\"/>"
            + "<Poa co=\"D/O Test Rao\" country=\"India\" dist=\"Bengaluru Urban\" lm=\"Opposite GPO\" pc=\"560001\""
            + " state=\"Karnataka\" vtc=\"Bengaluru\"/><LData name=\"\" lang=\"06\"/><Pht>"
            + Base64.getEncoder().encodeToString(OfflineKyc.PHOTO.toArray())
            + "</Pht></UidData></KycRes></CertificateData></Certificate>";

    @Test
    void a_genuine_document_is_read() {
        EvidenceResult result = verify(signed(XML));

        assertThat(result.verdict()).isEqualTo(EvidenceVerdict.GENUINE);
        assertThat(result.holder()).hasValueSatisfying(holder -> {
            assertThat(holder.name()).isEqualTo("Asha Test Rao");
            assertThat(holder.number().lastFour()).isEqualTo("7034");
            assertThat(holder.birthDate().iso()).isEqualTo("1990-02-01");
            assertThat(holder.address().part(Address.Part.CARE_OF)).isEqualTo("D/O Test Rao");
            assertThat(holder.address().part(Address.Part.LANDMARK)).isEqualTo("Opposite GPO");
            assertThat(holder.photo().orElseThrow().image()).isEqualTo(OfflineKyc.PHOTO);
        });
        assertThat(result.evidence()).hasValueSatisfying(evidence -> {
            assertThat(evidence.kind()).isEqualTo(EvidenceKind.DIGILOCKER_XML);
            assertThat(evidence.signer().name()).isEqualTo("DS NATIONAL E-GOVERNANCE DIVISION 1");
            assertThat(evidence.signer().validUntil()).isEqualTo(SIGNER_UNTIL);
            assertThat(evidence.generatedAt()).contains(Instant.parse("2026-11-30T04:00:00Z"));
        });
    }

    @Test
    void the_response_alone_is_read_too() {
        String response = XML.substring(XML.indexOf("<KycRes"), XML.indexOf("</CertificateData>"));

        assertThat(verify(signed(response)).verdict()).isEqualTo(EvidenceVerdict.GENUINE);
    }

    @Test
    void an_authority_that_the_document_does_not_bring_along_comes_from_the_trust_store() {
        String alone = sha256().sign(XML, SIGNER);

        assertThat(verify(alone).verdict()).isEqualTo(EvidenceVerdict.SIGNER_UNKNOWN);
        assertThat(verify(
                                verifier(
                                        TestTrust.entry(ROOT.certificate(), SignerPurpose.DIGILOCKER_ROOT),
                                        TestTrust.entry(
                                                AUTHORITY.certificate(), SignerPurpose.DIGILOCKER_INTERMEDIATE)),
                                alone)
                        .verdict())
                .isEqualTo(EvidenceVerdict.GENUINE);
    }

    @Test
    void an_intermediate_authority_is_no_root() {
        UidaiVerifier verifier =
                verifier(TestTrust.entry(AUTHORITY.certificate(), SignerPurpose.DIGILOCKER_INTERMEDIATE));

        assertThat(verify(verifier, signed(XML)).verdict()).isEqualTo(EvidenceVerdict.SIGNER_UNKNOWN);
    }

    @Test
    void a_chain_to_another_root_is_unknown() {
        TestSigner otherRoot = TestSigner.root("CN=Test CCA,C=IN", FROM, UNTIL);
        TestSigner impostor = otherRoot.issueSigner(DIVISION, SIGNER_FROM, SIGNER_UNTIL, List.of(DOCUMENT_SIGNER));

        assertThat(verify(sha256().sign(XML, impostor, List.of(impostor, otherRoot)))
                        .verdict())
                .isEqualTo(EvidenceVerdict.SIGNER_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=DS ACME BANK 1,O=ACME BANK,C=IN",
                "CN=DS NATIONAL E-GOVERNANCE DIVISION 1,O=ACME BANK,C=IN",
                "CN=DS ACME BANK 1,O=NATIONAL E-GOVERNANCE DIVISION,C=IN",
                "CN=DS NATIONAL E-GOVERNANCE DIVISION 1,C=IN",
                "CN=DS NATIONAL E-GOVERNANCE DIVISION 1,O=ACME BANK,O=NATIONAL E-GOVERNANCE DIVISION,C=IN",
                "CN=Somebody at DS NATIONAL E-GOVERNANCE DIVISION 1,O=NATIONAL E-GOVERNANCE DIVISION,C=IN"
            })
    void a_document_signer_of_somebody_else_is_unknown(String subject) {
        TestSigner other = signer(subject, List.of(DOCUMENT_SIGNER));

        assertThat(verify(sha256().sign(XML, other, List.of(other, AUTHORITY))).verdict())
                .isEqualTo(EvidenceVerdict.SIGNER_UNKNOWN);
    }

    @Test
    void a_certificate_that_is_not_for_signing_documents_is_unknown() {
        TestSigner person = signer(DIVISION, List.of("2.16.356.100.2.2"));
        TestSigner authority = ROOT.issueAuthority(DIVISION, FROM, UNTIL, List.of(DOCUMENT_SIGNER));

        assertThat(verify(sha256().sign(XML, person, List.of(person, AUTHORITY)))
                        .verdict())
                .isEqualTo(EvidenceVerdict.SIGNER_UNKNOWN);
        assertThat(verify(sha256().sign(XML, authority, List.of(authority))).verdict())
                .isEqualTo(EvidenceVerdict.SIGNER_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-12-31T00:00:00", "2027-01-02T00:00:00"})
    void a_document_outside_the_period_of_its_signer_does_not_count(String time) {
        String outside = XML.replace("2026-11-30T09:30:00.000+05:30", time);

        assertThat(verify(signed(outside)).verdict()).isEqualTo(EvidenceVerdict.SIGNER_NOT_VALID_THEN);
    }

    @Test
    void a_chain_whose_authority_had_ended_does_not_count() {
        TestSigner ended = ROOT.issueAuthority(
                "CN=Test sub-CA 2,C=IN", FROM, Instant.parse("2026-01-01T00:00:00Z"), List.of(ANY_POLICY));
        TestSigner leaf = ended.issueSigner(DIVISION, SIGNER_FROM, SIGNER_UNTIL, List.of(DOCUMENT_SIGNER));

        assertThat(verify(sha256().sign(XML, leaf, List.of(leaf, ended))).verdict())
                .isEqualTo(EvidenceVerdict.SIGNER_UNKNOWN);
    }

    @Test
    void a_changed_field_is_altered() {
        assertThat(verify(signed(XML).replace("Asha", "Usha")).verdict()).isEqualTo(EvidenceVerdict.ALTERED);
    }

    @Test
    void a_changed_signature_under_the_certificate_of_the_division_is_altered() {
        String signed = signed(XML);
        int at = signed.indexOf("<SignatureValue>") + "<SignatureValue>".length();
        char changed = signed.charAt(at) == 'A' ? 'B' : 'A';

        assertThat(verify(signed.substring(0, at) + changed + signed.substring(at + 1))
                        .verdict())
                .isEqualTo(EvidenceVerdict.ALTERED);
    }

    @Test
    void a_document_that_names_no_certificate_is_of_an_unknown_signer() {
        assertThat(verify(sha256().withoutKeyInfo().sign(XML, SIGNER)).verdict())
                .isEqualTo(EvidenceVerdict.SIGNER_UNKNOWN);
    }

    @Test
    void the_certificates_may_come_in_any_order() {
        assertThat(verify(sha256().sign(XML, SIGNER, List.of(AUTHORITY, SIGNER)))
                        .verdict())
                .isEqualTo(EvidenceVerdict.GENUINE);
    }

    @Test
    void a_response_past_its_end_is_too_old() {
        String ended = XML.replace("ttl=\"2027-11-30T09:30:00\"", "ttl=\"2026-11-30T10:00:00\"");

        assertThat(verify(signed(ended)).verdict()).isEqualTo(EvidenceVerdict.TOO_OLD);
    }

    @Test
    void a_response_without_an_end_is_read() {
        assertThat(verify(signed(XML.replace("ttl=\"2027-11-30T09:30:00\"", "ttl=\"\"")))
                        .verdict())
                .isEqualTo(EvidenceVerdict.GENUINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ret=\"Y\"",
                "ts=\"2026-11-30T09:30:00.000+05:30\"",
                "uid=\"xxxxxxxx7034\"",
                "name=\"Asha Test Rao\""
            })
    void a_signed_document_without_a_field_is_not_read(String attribute) {
        assertThat(verify(signed(XML.replace(attribute, ""))).verdict()).isEqualTo(EvidenceVerdict.LAYOUT_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ret=\"N\"", "ret=\"Y\" ttl2=\"\""})
    void only_a_response_that_says_yes_is_read(String attribute) {
        EvidenceVerdict expected =
                attribute.startsWith("ret=\"Y") ? EvidenceVerdict.GENUINE : EvidenceVerdict.LAYOUT_UNKNOWN;

        assertThat(verify(signed(XML.replace("ret=\"Y\"", attribute))).verdict())
                .isEqualTo(expected);
    }

    @Test
    void an_unknown_form_of_the_end_makes_the_layout_unknown() {
        assertThat(verify(signed(XML.replace("2027-11-30T09:30:00", "one year")))
                        .verdict())
                .isEqualTo(EvidenceVerdict.LAYOUT_UNKNOWN);
    }

    @Test
    void a_certificate_of_something_else_is_not_read() {
        assertThat(verify(signed("<Certificate><CertificateData><PAN/></CertificateData></Certificate>"))
                        .verdict())
                .isEqualTo(EvidenceVerdict.LAYOUT_UNKNOWN);
    }

    @Test
    void two_responses_in_one_document_are_not_read() {
        String response = XML.substring(XML.indexOf("<KycRes"), XML.indexOf("</CertificateData>"));

        assertThat(verify(signed(XML.replace("</CertificateData>", response + "</CertificateData>")))
                        .verdict())
                .isEqualTo(EvidenceVerdict.LAYOUT_UNKNOWN);
    }

    private static TestSigner signer(String subject, List<String> policies) {
        return AUTHORITY.issueSigner(subject, SIGNER_FROM, SIGNER_UNTIL, policies);
    }

    private static XmlSigner sha256() {
        return XmlSigner.UIDAI.withSignatureMethod(SignatureMethod.RSA_SHA256);
    }

    private static String signed(String xml) {
        return sha256().sign(xml, SIGNER, List.of(SIGNER, AUTHORITY));
    }

    private static EvidenceResult verify(String xml) {
        return verify(verifier(TestTrust.entry(ROOT.certificate(), SignerPurpose.DIGILOCKER_ROOT)), xml);
    }

    private static EvidenceResult verify(UidaiVerifier verifier, String xml) {
        return verifier.verify(new SignedDocument(Bytes.of(xml.getBytes(StandardCharsets.UTF_8))), Samples.NOW);
    }

    private static UidaiVerifier verifier(SignerEntry... entries) {
        return new UidaiVerifier(new TrustStore(List.of(entries)));
    }
}
