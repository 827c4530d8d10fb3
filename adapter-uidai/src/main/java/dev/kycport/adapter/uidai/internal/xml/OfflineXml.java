package dev.kycport.adapter.uidai.internal.xml;

import dev.kycport.adapter.uidai.internal.document.CheckedDocument;
import dev.kycport.adapter.uidai.internal.document.ContactHashes;
import dev.kycport.adapter.uidai.internal.document.FieldParser;
import dev.kycport.adapter.uidai.internal.document.ParsedDocument;
import dev.kycport.adapter.uidai.internal.document.Refusal;
import dev.kycport.adapter.uidai.internal.signer.RsaSignature;
import dev.kycport.adapter.uidai.internal.signer.SignerEntry;
import dev.kycport.adapter.uidai.internal.signer.TrustStore;
import dev.kycport.domain.evidence.EvidenceKind;
import dev.kycport.domain.evidence.SignerPurpose;
import dev.kycport.domain.identity.AadhaarHolder;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** UIDAI's offline e-KYC XML as it is since 2019. */
public final class OfflineXml {

    public static final String ROOT = "OfflinePaperlessKyc";

    private static final String LAYOUT = "1";

    private final TrustStore trust;

    public OfflineXml(TrustStore trust) {
        this.trust = trust;
    }

    public Either<Refusal, CheckedDocument> check(Document document) {
        return XmlSignature.find(document)
                .flatMap(signature -> signer(signature, claimedTime(document)))
                .map(signer -> read(document.getDocumentElement(), signer));
    }

    private Either<Refusal, SignerEntry> signer(XmlSignature signature, Optional<Instant> claimed) {
        List<SignerEntry> candidates = trust.of(SignerPurpose.OFFLINE_XML, claimed);
        for (SignerEntry candidate : candidates) {
            switch (signature.check(candidate.certificate().getPublicKey())) {
                case VALID -> {
                    return Either.right(candidate);
                }
                case CONTENT_CHANGED -> {
                    return Either.left(Refusal.altered("is not the document that was signed"));
                }
                case OTHER_KEY -> {}
            }
        }
        return Either.left(unsigned(signature, candidates));
    }

    /** No trusted key made the signature over this SignedInfo: was something changed, or is the signer unknown? */
    private static Refusal unsigned(XmlSignature signature, List<SignerEntry> candidates) {
        RsaSignature value = new RsaSignature(signature.value());
        boolean known = candidates.stream()
                .anyMatch(entry -> value.isMadeBy(entry.certificate().getPublicKey())
                        || signature.claimed().contains(entry.certificate()));
        boolean sameContent = candidates.stream()
                .limit(1)
                .anyMatch(entry -> signature.hasContent(entry.certificate().getPublicKey()));
        return known || !sameContent
                ? Refusal.altered("is not the document that was signed, or its signature was changed")
                : Refusal.signerUnknown("is signed by nobody who is trusted for this");
    }

    private static Optional<Instant> claimedTime(Document document) {
        return FieldParser.referenceTime(document.getDocumentElement().getAttribute("referenceId"));
    }

    /** From here on the document is the one that was signed. */
    private static CheckedDocument read(Element root, SignerEntry signer) {
        Optional<Instant> time = FieldParser.referenceTime(root.getAttribute("referenceId"));
        Optional<ParsedDocument> reading = time.flatMap(generatedAt -> SecureXml.onlyChild(root, "UidData")
                .flatMap(uidData -> reading(root.getAttribute("referenceId"), uidData, generatedAt)));
        return new CheckedDocument(EvidenceKind.OFFLINE_XML, LAYOUT, signer.signer(), time, reading);
    }

    private static Optional<ParsedDocument> reading(String reference, Element uidData, Instant generatedAt) {
        String lastFour = FieldParser.lastFour(reference);
        Optional<AadhaarHolder> holder = UidDataFields.holder(uidData, lastFour);
        return holder.map(person -> new ParsedDocument(
                generatedAt,
                Optional.empty(),
                person,
                hashes(SecureXml.onlyChild(uidData, "Poi"), FieldParser.lastDigit(lastFour))));
    }

    private static ContactHashes hashes(Optional<Element> poi, int lastDigit) {
        return new ContactHashes(
                poi.map(element -> element.getAttribute("m")).filter(hash -> !hash.isBlank()),
                poi.map(element -> element.getAttribute("e")).filter(hash -> !hash.isBlank()),
                lastDigit,
                true);
    }
}
