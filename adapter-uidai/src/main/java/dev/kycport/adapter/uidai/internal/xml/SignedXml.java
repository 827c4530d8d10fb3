package dev.kycport.adapter.uidai.internal.xml;

import dev.kycport.adapter.uidai.internal.document.CheckedDocument;
import dev.kycport.adapter.uidai.internal.document.Refusal;
import dev.kycport.adapter.uidai.internal.signer.TrustStore;
import io.vavr.control.Either;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The kinds of XML, told apart by their root. */
public final class SignedXml {

    /** An XML with a portrait has 20 to 60 kilobytes. */
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    private final OfflineXml offline;
    private final LegacyOfflineXml legacy;
    private final DigiLockerXml digiLocker;

    public SignedXml(TrustStore trust) {
        this.offline = new OfflineXml(trust);
        this.legacy = new LegacyOfflineXml(trust);
        this.digiLocker = new DigiLockerXml(trust);
    }

    public Either<Refusal, CheckedDocument> check(byte[] xml) {
        return xml.length > MAX_BYTES
                ? Either.left(Refusal.unreadable("is larger than any XML of these kinds"))
                : SecureXml.parse(xml).flatMap(document -> check(document, xml));
    }

    private Either<Refusal, CheckedDocument> check(Document document, byte[] xml) {
        Element root = document.getDocumentElement();
        String name = root.getNamespaceURI() == null ? root.getLocalName() : "";
        return switch (name) {
            case OfflineXml.ROOT -> offline.check(document);
            case LegacyOfflineXml.ROOT -> legacy.check(root, xml);
            case DigiLockerXml.ROOT, DigiLockerXml.RESPONSE -> digiLocker.check(document);
            case "PrintLetterBarcodeData" ->
                Either.left(Refusal.unreadable("is the older QR of printed letters, which nobody signed"));
            default -> Either.left(Refusal.unreadable("is no XML of a kind that can be checked"));
        };
    }
}
