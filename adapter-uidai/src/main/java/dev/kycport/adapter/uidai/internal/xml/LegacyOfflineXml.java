package dev.kycport.adapter.uidai.internal.xml;

import dev.kycport.adapter.uidai.internal.document.CheckedDocument;
import dev.kycport.adapter.uidai.internal.document.ContactHashes;
import dev.kycport.adapter.uidai.internal.document.FieldParser;
import dev.kycport.adapter.uidai.internal.document.HolderFields;
import dev.kycport.adapter.uidai.internal.document.ParsedDocument;
import dev.kycport.adapter.uidai.internal.document.Refusal;
import dev.kycport.adapter.uidai.internal.signer.PinnedSigner;
import dev.kycport.adapter.uidai.internal.signer.RsaSignature;
import dev.kycport.adapter.uidai.internal.signer.SignerEntry;
import dev.kycport.adapter.uidai.internal.signer.TrustStore;
import dev.kycport.domain.evidence.EvidenceKind;
import dev.kycport.domain.evidence.SignerPurpose;
import dev.kycport.domain.identity.AadhaarHolder;
import dev.kycport.domain.identity.Address;
import io.vavr.control.Either;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * UIDAI's offline e-KYC XML of 2018: one element {@code OKY}, whose attribute {@code s} is an RSA signature over the text of
 * the element without this attribute.
 */
public final class LegacyOfflineXml {

    public static final String ROOT = "OKY";

    private static final String SIGNATURE = "s";
    private static final Pattern ELEMENT = Pattern.compile("<OKY\\s.*>", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("\\ss\\s*=\\s*(\"[^\"]*\"|'[^']*')");

    private final TrustStore trust;

    public LegacyOfflineXml(TrustStore trust) {
        this.trust = trust;
    }

    public Either<Refusal, CheckedDocument> check(Element root, byte[] xml) {
        Matcher element = ELEMENT.matcher(new String(xml, StandardCharsets.UTF_8));
        if (root.getAttribute(SIGNATURE).isBlank() || !element.find()) {
            return Either.left(Refusal.altered("has no signature"));
        }
        Matcher attribute = ATTRIBUTE.matcher(element.group());
        if (attribute.results().count() != 1) {
            return Either.left(Refusal.altered("does not have exactly one signature"));
        }
        RsaSignature signature = new RsaSignature(
                UidDataFields.base64(root.getAttribute(SIGNATURE)).toArray());
        byte[] signed = attribute.replaceFirst("").getBytes(StandardCharsets.UTF_8);
        return PinnedSigner.find(
                        signature,
                        ByteBuffer.wrap(signed),
                        trust.of(SignerPurpose.OFFLINE_XML, FieldParser.referenceTime(root.getAttribute("r"))))
                .flatMap(
                        signer -> SecureXml.parse(signed).map(document -> read(document.getDocumentElement(), signer)));
    }

    /** Reads the very text that was signed. */
    private static CheckedDocument read(Element root, SignerEntry signer) {
        Optional<Instant> time = FieldParser.referenceTime(root.getAttribute("r"));
        boolean isAlone = root.getFirstChild() == null;
        return new CheckedDocument(
                EvidenceKind.OFFLINE_XML,
                ROOT,
                signer.signer(),
                time,
                time.filter(generatedAt -> isAlone).flatMap(generatedAt -> reading(root, generatedAt)));
    }

    private static Optional<ParsedDocument> reading(Element root, Instant generatedAt) {
        String lastFour = FieldParser.lastFour(root.getAttribute("r"));
        Optional<AadhaarHolder> holder = new HolderFields(
                        root.getAttribute("n"),
                        root.getAttribute("d"),
                        root.getAttribute("g"),
                        // One line, which is not taken apart.
                        Map.of(Address.Part.LOCALITY, root.getAttribute("a")),
                        UidDataFields.base64(root.getAttribute("i")),
                        lastFour)
                .parse();
        return holder.map(person -> new ParsedDocument(
                generatedAt,
                Optional.empty(),
                person,
                new ContactHashes(
                        Optional.of(root.getAttribute("m")),
                        Optional.of(root.getAttribute("e")),
                        FieldParser.lastDigit(lastFour),
                        true)));
    }
}
