package dev.kycport.adapter.uidai.internal.xml;

import dev.kycport.adapter.uidai.internal.document.Refusal;
import dev.kycport.adapter.uidai.internal.signer.Certificates;
import io.vavr.control.Either;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The one signature of a document, in the one form that UIDAI and DigiLocker use: enveloped, a child of the root, with a single
 * reference to the whole document. Any other form is refused before a key is tried, because each trick of signature wrapping
 * needs one.
 */
public final class XmlSignature {

    private static final String SECURE_VALIDATION = "org.jcp.xml.dsig.secureValidation";
    private static final Set<String> SIGNATURE_METHODS = Set.of(SignatureMethod.RSA_SHA1, SignatureMethod.RSA_SHA256);
    private static final Set<String> DIGEST_METHODS = Set.of(DigestMethod.SHA1, DigestMethod.SHA256);
    private static final List<String> ENVELOPED = List.of(Transform.ENVELOPED);
    private static final List<String> ENVELOPED_CANONICAL =
            List.of(Transform.ENVELOPED, CanonicalizationMethod.INCLUSIVE);
    private static final int MAX_CERTIFICATES = 8;

    private final Element signature;
    private final boolean usesSha1;
    private final byte[] value;
    private final List<X509Certificate> claimed;

    private XmlSignature(Element signature, boolean usesSha1, byte[] value, List<X509Certificate> claimed) {
        this.signature = signature;
        this.usesSha1 = usesSha1;
        this.value = value;
        this.claimed = claimed;
    }

    /** How a signature relates to a key. */
    public enum Outcome {
        /** The key made it, over this document as it is. */
        VALID,
        /** The key made it, over another document. */
        CONTENT_CHANGED,
        /** The key did not make it. */
        OTHER_KEY
    }

    /** The document's signature; Left if it has none, or one of another form. */
    public static Either<Refusal, XmlSignature> find(Document document) {
        if (document.getElementsByTagNameNS("*", "Signature").getLength() != 1) {
            return Either.left(Refusal.altered("does not have exactly one signature"));
        }
        if (SecureXml.hasComment(document)) {
            return Either.left(Refusal.altered("has a comment, which no signature covers"));
        }
        List<Element> signatures = elements(document.getDocumentElement()).stream()
                .filter(element -> isDsig(element, "Signature"))
                .toList();
        return signatures.isEmpty()
                ? Either.left(Refusal.altered("has its signature in another place than below the root"))
                : of(signatures.get(0));
    }

    /** The certificates that the document names; never trusted, only used to report and to build a path to a root. */
    public List<X509Certificate> claimed() {
        return claimed;
    }

    /** The bare signature. */
    public byte[] value() {
        return value.clone();
    }

    /** Tries a key. */
    public Outcome check(PublicKey key) {
        try {
            DOMValidateContext context = context(key);
            XMLSignature parsed = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            if (!parsed.getSignatureValue().validate(context)) {
                return Outcome.OTHER_KEY;
            }
            return hasContent(parsed, context) ? Outcome.VALID : Outcome.CONTENT_CHANGED;
        } catch (MarshalException | XMLSignatureException | RuntimeException malformed) {
            return Outcome.OTHER_KEY;
        }
    }

    /** Whether the document has the digest that the signature names, whoever made the signature. */
    public boolean hasContent(PublicKey anyKey) {
        try {
            DOMValidateContext context = context(anyKey);
            return hasContent(XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context), context);
        } catch (MarshalException | XMLSignatureException | RuntimeException malformed) {
            return false;
        }
    }

    private DOMValidateContext context(PublicKey key) {
        DOMValidateContext context = new DOMValidateContext(key, signature);
        // UIDAI signs with RSA-SHA1, which secure validation refuses. Everything else that it refuses is refused by
        // form already.
        context.setProperty(SECURE_VALIDATION, !usesSha1);
        return context;
    }

    private static boolean hasContent(XMLSignature parsed, DOMValidateContext context) throws XMLSignatureException {
        List<?> references = parsed.getSignedInfo().getReferences();
        return references.size() == 1
                && references.get(0) instanceof Reference reference
                && reference.validate(context);
    }

    private static Either<Refusal, XmlSignature> of(Element signature) {
        List<Element> parts = elements(signature);
        boolean hasKeyInfo = parts.size() == 3 && isDsig(parts.get(2), "KeyInfo");
        boolean wellFormed = (parts.size() == 2 || hasKeyInfo)
                && isDsig(parts.get(0), "SignedInfo")
                && isDsig(parts.get(1), "SignatureValue")
                && elements(parts.get(1)).isEmpty();
        if (!wellFormed || !isExpected(parts.get(0))) {
            return Either.left(Refusal.altered("has a signature that does not cover it in the one form accepted"));
        }
        List<X509Certificate> claimed = hasKeyInfo ? certificates(parts.get(2)) : List.of();
        if (hasKeyInfo) {
            // No signature covers it, so nothing may depend on it. It is not even parsed.
            signature.removeChild(parts.get(2));
        }
        return base64(parts.get(1).getTextContent())
                .<Either<Refusal, XmlSignature>>map(
                        value -> Either.right(new XmlSignature(signature, usesSha1(parts.get(0)), value, claimed)))
                .orElseGet(() -> Either.left(Refusal.altered("has a signature value that is no base64")));
    }

    private static boolean isExpected(Element signedInfo) {
        List<Element> parts = elements(signedInfo);
        return parts.size() == 3
                && isMethod(parts.get(0), "CanonicalizationMethod", Set.of(CanonicalizationMethod.INCLUSIVE))
                && isMethod(parts.get(1), "SignatureMethod", SIGNATURE_METHODS)
                && isWholeDocument(parts.get(2));
    }

    private static boolean isWholeDocument(Element reference) {
        List<Element> parts = elements(reference);
        return isDsig(reference, "Reference")
                && reference.hasAttribute("URI")
                && reference.getAttribute("URI").isEmpty()
                && parts.size() == 3
                && isDsig(parts.get(0), "Transforms")
                && isEnveloped(elements(parts.get(0)))
                && isMethod(parts.get(1), "DigestMethod", DIGEST_METHODS)
                && isDsig(parts.get(2), "DigestValue");
    }

    private static boolean isEnveloped(List<Element> transforms) {
        List<String> algorithms = transforms.stream()
                .filter(transform ->
                        isDsig(transform, "Transform") && elements(transform).isEmpty())
                .map(transform -> transform.getAttribute("Algorithm"))
                .toList();
        return transforms.size() == algorithms.size()
                && (algorithms.equals(ENVELOPED) || algorithms.equals(ENVELOPED_CANONICAL));
    }

    private static boolean isMethod(Element element, String name, Set<String> algorithms) {
        return isDsig(element, name)
                && elements(element).isEmpty()
                && algorithms.contains(element.getAttribute("Algorithm"));
    }

    private static boolean usesSha1(Element signedInfo) {
        List<Element> parts = elements(signedInfo);
        Element digest = elements(parts.get(2)).get(1);
        return SignatureMethod.RSA_SHA1.equals(parts.get(1).getAttribute("Algorithm"))
                || DigestMethod.SHA1.equals(digest.getAttribute("Algorithm"));
    }

    private static List<X509Certificate> certificates(Element keyInfo) {
        List<X509Certificate> certificates = new ArrayList<>();
        Iterator<Element> data = elements(keyInfo).stream()
                .filter(element -> isDsig(element, "X509Data"))
                .flatMap(x509Data -> elements(x509Data).stream())
                .filter(element -> isDsig(element, "X509Certificate"))
                .iterator();
        while (data.hasNext() && certificates.size() < MAX_CERTIFICATES) {
            base64(data.next().getTextContent()).flatMap(Certificates::parse).ifPresent(certificates::add);
        }
        return List.copyOf(certificates);
    }

    private static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static boolean isDsig(Element element, String name) {
        return XMLSignature.XMLNS.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    private static List<Element> elements(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
