package dev.kycport.adapter.uidai.internal.xml;

import dev.kycport.adapter.uidai.internal.document.CheckedDocument;
import dev.kycport.adapter.uidai.internal.document.ContactHashes;
import dev.kycport.adapter.uidai.internal.document.FieldParser;
import dev.kycport.adapter.uidai.internal.document.ParsedDocument;
import dev.kycport.adapter.uidai.internal.document.Refusal;
import dev.kycport.adapter.uidai.internal.signer.TrustStore;
import dev.kycport.domain.evidence.EvidenceKind;
import dev.kycport.domain.evidence.EvidenceSigner;
import io.vavr.control.Either;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The eAadhaar XML that DigiLocker issues. Its signer changes every two or three years and is not UIDAI's, so it is not pinned:
 * the certificate comes with the document and must chain to the root of India's certifying authorities.
 */
public final class DigiLockerXml {

    public static final String ROOT = "Certificate";
    public static final String RESPONSE = "KycRes";

    private static final String LAYOUT = "KycRes";
    private static final String OK = "Y";

    private final DigiLockerChain chain;

    public DigiLockerXml(TrustStore trust) {
        this.chain = new DigiLockerChain(trust);
    }

    public Either<Refusal, CheckedDocument> check(Document document) {
        return XmlSignature.find(document).flatMap(signature -> check(document, signature));
    }

    private Either<Refusal, CheckedDocument> check(Document document, XmlSignature signature) {
        for (X509Certificate leaf : signature.claimed()) {
            if (!DigiLockerChain.hasUsableKey(leaf)) {
                continue;
            }
            switch (signature.check(leaf.getPublicKey())) {
                case VALID -> {
                    return signedBy(leaf, document, signature);
                }
                case CONTENT_CHANGED -> {
                    return Either.left(Refusal.altered("is not the document that was signed"));
                }
                case OTHER_KEY -> {}
            }
        }
        return Either.left(
                signature.claimed().stream().anyMatch(chain::isDocumentSigner)
                        ? Refusal.altered("is not the document that was signed, or its signature was changed")
                        : Refusal.signerUnknown("names no certificate that made its signature"));
    }

    /** The document is the one that the owner of this certificate signed; whether the owner is trusted comes next. */
    private Either<Refusal, CheckedDocument> signedBy(X509Certificate leaf, Document document, XmlSignature signature) {
        Optional<Element> response = response(document.getDocumentElement());
        Optional<Instant> time = response.flatMap(element -> FieldParser.isoTime(element.getAttribute("ts")));
        Instant then = time.orElseGet(() -> leaf.getNotBefore().toInstant());
        if (!chain.isTrusted(leaf, signature.claimed(), DigiLockerChain.withinPeriod(leaf, then))) {
            return Either.left(Refusal.signerUnknown("is signed by nobody who chains to a trusted root"));
        }
        EvidenceSigner signer = DigiLockerChain.signer(leaf);
        return Either.right(new CheckedDocument(
                EvidenceKind.DIGILOCKER_XML,
                LAYOUT,
                signer,
                time,
                time.flatMap(generatedAt -> response.flatMap(element -> reading(element, generatedAt)))));
    }

    private static Optional<Element> response(Element root) {
        return SecureXml.isNamed(root, RESPONSE)
                ? Optional.of(root)
                : SecureXml.onlyChild(root, "CertificateData").flatMap(data -> SecureXml.onlyChild(data, RESPONSE));
    }

    private static Optional<ParsedDocument> reading(Element response, Instant generatedAt) {
        String end = response.getAttribute("ttl");
        Optional<Instant> endsAt = FieldParser.isoTime(end);
        if (!response.getAttribute("ret").equals(OK) || (!end.isBlank() && endsAt.isEmpty())) {
            return Optional.empty();
        }
        return SecureXml.onlyChild(response, "UidData")
                .flatMap(uidData -> FieldParser.lastFourOfMasked(uidData.getAttribute("uid"))
                        .flatMap(lastFour -> UidDataFields.holder(uidData, lastFour)))
                .map(holder -> new ParsedDocument(generatedAt, endsAt, holder, ContactHashes.NONE));
    }
}
