package dev.kycport.adapter.uidai;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.kycport.adapter.uidai.internal.document.DocumentText;
import dev.kycport.adapter.uidai.internal.qr.QrImage;
import dev.kycport.adapter.uidai.internal.qr.SecureQrContent;
import dev.kycport.adapter.uidai.internal.signer.SignerFile;
import dev.kycport.adapter.uidai.internal.signer.TrustStore;
import dev.kycport.adapter.uidai.internal.xml.SecureXml;
import dev.kycport.adapter.uidai.internal.xml.UidDataFields;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.evidence.EmailAddress;
import dev.kycport.domain.evidence.EvidenceVerdict;
import dev.kycport.domain.evidence.MobileNumber;
import dev.kycport.domain.evidence.ShareCode;
import dev.kycport.ports.evidence.EvidenceResult;
import dev.kycport.ports.evidence.SignedDocument;
import dev.kycport.tck.evidence.QrPayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

/**
 * Any input has a verdict, no input throws, and nothing but the seeds is genuine. A plain run replays the inputs below {@code
 * src/test/resources}; {@code JAZZER_FUZZ=1 mvn test -Dtest=EvidenceFuzzTest#…} looks for new ones.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EvidenceFuzzTest {

    private static final UidaiVerifier SHIPPED = new UidaiVerifier(TrustStore.load(Optional.empty()));

    /** The only person in a seed that is really signed: UIDAI's invented one. */
    private static final String SEED = "Sumit Kumar";

    @FuzzTest(maxDuration = "10m")
    void any_document_has_a_verdict(byte[] content) {
        verdict(content);
    }

    @FuzzTest(maxDuration = "10m")
    void any_archive_has_a_verdict(byte[] content) {
        verdict(join("PK\u0003\u0004", content));
    }

    @FuzzTest(maxDuration = "10m")
    void any_XML_has_a_verdict(byte[] content) {
        verdict(join("<", content));
    }

    @FuzzTest(maxDuration = "10m")
    void any_packed_code_has_a_verdict(byte[] content) {
        verdict(QrPayload.digits(content).getBytes(StandardCharsets.US_ASCII));
    }

    @FuzzTest(maxDuration = "10m")
    void any_content_of_a_code_is_read_or_not(byte[] content) {
        SecureQrContent code = new SecureQrContent(content);

        assertThat(code.version()).matches("V[0-9]{1,2}|unknown");
        code.read().ifPresent(read -> assertThat(read.holder().name()).isNotBlank());
    }

    @FuzzTest(maxDuration = "10m")
    void any_fields_of_an_XML_are_read_or_not(byte[] content) {
        SecureXml.parse(content)
                .toJavaOptional()
                .flatMap(document -> UidDataFields.holder(document.getDocumentElement(), "1234"))
                .ifPresent(holder -> assertThat(holder.name()).isNotBlank());
    }

    @FuzzTest(maxDuration = "10m")
    void any_image_is_read_or_not(byte[] content) {
        assertThat(QrImage.decode(content)).isNotNull();
        assertThat(DocumentText.digits(content)).isNotNull();
    }

    @FuzzTest(maxDuration = "10m")
    void any_signer_file_is_read_or_its_line_is_named(byte[] content) {
        try {
            assertThat(new SignerFile("fuzz", false).read(new String(content, StandardCharsets.ISO_8859_1)))
                    .isNotEmpty();
        } catch (IllegalArgumentException unusable) {
            assertThat(unusable).hasMessageMatching("fuzz, line [0-9]+: .*");
        }
    }

    private static void verdict(byte[] content) {
        SignedDocument document = new SignedDocument(
                Bytes.of(content),
                Optional.of(ShareCode.parse("Abc@123").get()),
                Optional.of(MobileNumber.parse("9800000002").get()),
                Optional.of(EmailAddress.parse("asha@example.in").get()),
                Optional.of(Duration.ofDays(3650)));

        EvidenceResult result = SHIPPED.verify(document, Samples.NOW);

        assertThat(result.holder().isPresent()).isEqualTo(result.verdict() == EvidenceVerdict.GENUINE);
        result.holder().ifPresent(holder -> assertThat(holder.name()).isEqualTo(SEED));
    }

    private static byte[] join(String magic, byte[] content) {
        byte[] start = magic.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[start.length + content.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(content, 0, all, start.length, content.length);
        return all;
    }
}
