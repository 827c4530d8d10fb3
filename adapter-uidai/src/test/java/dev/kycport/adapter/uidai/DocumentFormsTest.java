package dev.kycport.adapter.uidai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.uidai.internal.document.ContactHashes;
import dev.kycport.adapter.uidai.internal.document.HolderFields;
import dev.kycport.adapter.uidai.internal.document.ParsedDocument;
import dev.kycport.adapter.uidai.internal.signer.RsaSignature;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.evidence.EvidenceVerdict;
import dev.kycport.domain.identity.AadhaarHolder;
import dev.kycport.ports.evidence.EvidenceResult;
import dev.kycport.ports.evidence.SignedDocument;
import dev.kycport.tck.evidence.OfflineKyc;
import dev.kycport.tck.evidence.XmlSigner;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.crypto.dsig.DigestMethod;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentFormsTest {

    private static final String SIGNED = OfflineKyc.ASHA.signedBy(Samples.SIGNER);
    private static final int MIB = 1024 * 1024;

    @Test
    void an_algorithm_that_UIDAI_does_not_use_is_refused_even_from_a_trusted_signer() {
        String rsaSha512 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512";
        String signature = XmlSigner.UIDAI.withSignatureMethod(rsaSha512).sign(OfflineKyc.ASHA.xml(), Samples.SIGNER);
        String digest =
                XmlSigner.UIDAI.withDigestMethod(DigestMethod.SHA512).sign(OfflineKyc.ASHA.xml(), Samples.SIGNER);

        assertThat(List.of(signature, digest)).allSatisfy(xml -> {
            assertThat(Samples.verify(xml).verdict()).isEqualTo(EvidenceVerdict.ALTERED);
            assertThat(Samples.verify(xml).reason()).contains("in the one form accepted");
        });
    }

    @Test
    void a_digest_with_SHA_1_as_in_older_documents_is_genuine() {
        String older = XmlSigner.UIDAI.withDigestMethod(DigestMethod.SHA1).sign(OfflineKyc.ASHA.xml(), Samples.SIGNER);

        assertThat(Samples.verify(older).verdict()).isEqualTo(EvidenceVerdict.GENUINE);
    }

    @Test
    void a_byte_order_mark_does_not_matter() {
        assertThat(Samples.verify("\uFEFF" + SIGNED).verdict()).isEqualTo(EvidenceVerdict.GENUINE);
    }

    @Test
    void a_signature_value_that_is_no_base64_is_altered() {
        int from = SIGNED.indexOf("<SignatureValue>") + "<SignatureValue>".length();
        String broken = SIGNED.substring(0, from) + "A" + SIGNED.substring(SIGNED.indexOf("</SignatureValue>"));

        EvidenceResult result = Samples.verify(broken);

        assertThat(result.verdict()).isEqualTo(EvidenceVerdict.ALTERED);
        assertThat(result.reason()).contains("no base64");
    }

    @Test
    void a_photo_that_is_no_base64_is_left_out() {
        EvidenceResult result = Samples.verify(OfflineKyc.ASHA.with("Pht", "A").signedBy(Samples.SIGNER));

        assertThat(result.holder())
                .hasValueSatisfying(holder -> assertThat(holder.photo()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "' ',2,0,no document of a kind",
        "' ',2,1,larger than any XML or QR",
        "' ',16,0,larger than any XML or QR",
        "' ',16,1,larger than any document",
        "'PK\u0003\u0004',2,0,damaged archive",
        "'PK\u0003\u0004',2,1,larger than an offline"
    })
    void each_kind_has_a_size_that_is_just_small_enough(String start, int mebibytes, int more, String reason) {
        byte[] content = new byte[mebibytes * MIB + more];
        Arrays.fill(content, (byte) ' ');
        byte[] first = start.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(first, 0, content, 0, first.length);

        assertThat(Samples.verify(content).reason()).contains(reason);
    }

    @Test
    void a_document_that_is_too_old_says_how_old_it_may_be() {
        SignedDocument document = new SignedDocument(
                Bytes.of(SIGNED.getBytes(StandardCharsets.UTF_8)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Duration.ofHours(2)));

        assertThat(Samples.VERIFIER.verify(document, Samples.NOW).reason()).isEqualTo("is older than 2 hours");
    }

    @Test
    void a_key_of_another_kind_made_no_RSA_signature() throws GeneralSecurityException {
        PublicKey elliptic =
                KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic();
        RsaSignature signature = new RsaSignature(Samples.SIGNER.sign(new byte[] {1}));

        assertThat(signature.isMadeBy(elliptic)).isFalse();
        assertThat(signature.isOver(ByteBuffer.wrap(new byte[] {1}), elliptic)).isFalse();
    }

    @Test
    void what_was_read_is_not_printed() {
        AadhaarHolder holder = Samples.verify(SIGNED).holder().orElseThrow();
        ContactHashes hashes = new ContactHashes(Optional.of("5f"), Optional.of("6a"), 4, true);
        HolderFields fields = new HolderFields("Asha", "1990", "F", Map.of(), OfflineKyc.PHOTO, "7034");

        assertThat(hashes).hasToString("ContactHashes[hidden]");
        assertThat(fields).hasToString("HolderFields[hidden]");
        assertThat(new ParsedDocument(Samples.NOW, Optional.empty(), holder, hashes))
                .hasToString("ParsedDocument[" + Samples.NOW + "]");
    }
}
