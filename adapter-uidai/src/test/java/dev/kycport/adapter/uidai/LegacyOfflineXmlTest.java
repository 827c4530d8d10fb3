package dev.kycport.adapter.uidai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.evidence.ContactMatch;
import dev.kycport.domain.evidence.EvidenceVerdict;
import dev.kycport.domain.evidence.MobileNumber;
import dev.kycport.domain.evidence.ShareCode;
import dev.kycport.domain.identity.AadhaarHolder;
import dev.kycport.domain.identity.Address;
import dev.kycport.ports.evidence.EvidenceResult;
import dev.kycport.ports.evidence.SignedDocument;
import dev.kycport.tck.evidence.ContactHash;
import dev.kycport.tck.evidence.OfflineKyc;
import dev.kycport.tck.evidence.TestSigner;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LegacyOfflineXmlTest {

    private static final String ELEMENT = "<OKY v=\"1.0\" n=\"Asha Test Rao\" r=\"703420261130093000000\" i=\""
            + Base64.getEncoder().encodeToString(OfflineKyc.PHOTO.toArray()) + "\" d=\"01-02-1990\" e=\"\" m=\""
            + ContactHash.of("9800000002Abc@123", 4)
            + "\" g=\"F\" a=\"D/O Test Rao, 12 Raj Bhavan Road, Bengaluru 560001\"/>";

    private static final String SIGNED = signed(ELEMENT, Samples.SIGNER);

    @Test
    void a_genuine_document_is_read() {
        EvidenceResult result = Samples.verify(SIGNED);

        assertThat(result.verdict()).isEqualTo(EvidenceVerdict.GENUINE);
        AadhaarHolder holder = result.holder().orElseThrow();
        assertThat(holder.name()).isEqualTo("Asha Test Rao");
        assertThat(holder.birthDate().iso()).isEqualTo("1990-02-01");
        assertThat(holder.gender().letter()).isEqualTo("F");
        assertThat(holder.number().lastFour()).isEqualTo("7034");
        assertThat(holder.address().part(Address.Part.LOCALITY)).startsWith("D/O Test Rao, 12");
        assertThat(holder.photo().orElseThrow().image()).isEqualTo(OfflineKyc.PHOTO);
        assertThat(result.evidence().orElseThrow().layout()).isEqualTo("OKY");
    }

    @Test
    void the_registered_mobile_number_matches() {
        SignedDocument document = new SignedDocument(
                Bytes.of(SIGNED.getBytes(StandardCharsets.UTF_8)),
                Optional.of(ShareCode.parse("Abc@123").get()),
                Optional.of(MobileNumber.parse("9800000002").get()),
                Optional.empty(),
                Optional.empty());

        EvidenceResult result = Samples.VERIFIER.verify(document, Samples.NOW);

        assertThat(result.evidence().orElseThrow().mobile()).isEqualTo(ContactMatch.YES);
    }

    @Test
    void a_prolog_and_blanks_around_the_element_are_not_signed() {
        assertThat(Samples.verify("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + SIGNED + "\n")
                        .verdict())
                .isEqualTo(EvidenceVerdict.GENUINE);
    }

    @Test
    void the_attribute_may_have_either_quotes() {
        String signature = value(SIGNED);

        assertThat(Samples.verify(SIGNED.replace("s=\"" + signature + "\"", "s='" + signature + "'"))
                        .verdict())
                .isEqualTo(EvidenceVerdict.GENUINE);
    }

    @Test
    void a_changed_field_is_altered() {
        assertThat(Samples.verify(SIGNED.replace("Asha", "Usha")).verdict()).isEqualTo(EvidenceVerdict.ALTERED);
    }

    @Test
    void an_added_attribute_is_altered() {
        assertThat(Samples.verify(SIGNED.replace(" v=", " x=\"1\" v=")).verdict())
                .isEqualTo(EvidenceVerdict.ALTERED);
    }

    @Test
    void a_missing_signature_is_altered() {
        assertThat(Samples.verify(ELEMENT).verdict()).isEqualTo(EvidenceVerdict.ALTERED);
        assertThat(Samples.verify(ELEMENT.replace("/>", " s=\"\"/>")).verdict()).isEqualTo(EvidenceVerdict.ALTERED);
    }

    @Test
    void a_second_attribute_that_looks_like_a_signature_is_altered() {
        String nested = SIGNED.replace("/>", "><x s=\"\"/></OKY>");

        assertThat(Samples.verify(nested).verdict()).isEqualTo(EvidenceVerdict.ALTERED);
    }

    @Test
    void a_stranger_is_unknown() {
        assertThat(Samples.verify(signed(ELEMENT, Samples.STRANGER)).verdict())
                .isEqualTo(EvidenceVerdict.SIGNER_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"d=\"01-02-1990\"", "g=\"F\"", "r=\"703420261130093000000\"", "n=\"Asha Test Rao\""})
    void a_signed_document_without_a_field_is_not_read(String attribute) {
        assertThat(Samples.verify(signed(ELEMENT.replace(attribute, ""), Samples.SIGNER))
                        .verdict())
                .isEqualTo(EvidenceVerdict.LAYOUT_UNKNOWN);
    }

    @Test
    void a_signed_document_with_something_inside_is_not_read() {
        String full = ELEMENT.replace("/>", "><x/></OKY>");

        assertThat(Samples.verify(signed(full, Samples.SIGNER)).verdict()).isEqualTo(EvidenceVerdict.LAYOUT_UNKNOWN);
    }

    private static String signed(String element, TestSigner signer) {
        String signature = Base64.getEncoder().encodeToString(signer.sign(element.getBytes(StandardCharsets.UTF_8)));
        int end = element.indexOf(" a=");
        return element.substring(0, end) + " s=\"" + signature + "\"" + element.substring(end);
    }

    private static String value(String signed) {
        int from = signed.indexOf(" s=\"") + 4;
        return signed.substring(from, signed.indexOf('"', from));
    }
}
