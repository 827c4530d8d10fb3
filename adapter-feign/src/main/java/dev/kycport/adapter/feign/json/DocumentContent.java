package dev.kycport.adapter.feign.json;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.IssuedDocument;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Checks that content is a document: a PDF, a complete image, or well-formed XML with a root element that DigiLocker or
 * UIDAI uses. An HTML error page is not a document, although it starts like XML.
 */
public final class DocumentContent {

    /** Root elements of DigiLocker certificates, and of UIDAI's e-KYC, offline e-KYC and printed QR code. */
    private static final Set<String> XML_ROOTS = Set.of(
            "Certificate", "CertificateData", "KycRes", "UidData", "OfflinePaperlessKyc", "PrintLetterBarcodeData");

    private static final XMLInputFactory XML = secureFactory();

    private DocumentContent() {}

    /** The document with this content; empty if the content is not a document. */
    public static Optional<IssuedDocument> toDocument(DocumentType type, String issuer, Bytes content) {
        return MediaType.of(content)
                .filter(mediaType -> isDocument(mediaType, content))
                .map(mediaType -> new IssuedDocument(type, issuer, content, mediaType));
    }

    private static boolean isDocument(MediaType mediaType, Bytes content) {
        return switch (mediaType) {
            case PDF -> content.startsWith("%PDF-");
            case XML -> isExpectedXml(content);
            case JPEG, JPEG_2000, PNG, GIF ->
                IdentityFieldParsers.toPhoto(content).isPresent();
        };
    }

    private static boolean isExpectedXml(Bytes content) {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(content.toArray()));
            xml.nextTag();
            boolean isExpected = XML_ROOTS.contains(xml.getLocalName());
            while (isExpected && xml.hasNext()) {
                xml.next();
            }
            return isExpected;
        } catch (XMLStreamException notWellFormed) {
            return false;
        }
    }

    private static XMLInputFactory secureFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
