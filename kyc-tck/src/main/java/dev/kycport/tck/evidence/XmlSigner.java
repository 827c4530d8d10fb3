package dev.kycport.tck.evidence;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.crypto.dsig.spec.XPathFilterParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Signs an XML with an enveloped signature, in UIDAI's form or in one that a verifier must refuse.
 *
 * @param signatureMethod the algorithm of the signature
 * @param digestMethod the algorithm of the digest
 * @param uri what is signed; the empty text is the whole document
 * @param xpath a filter of what is signed
 * @param withKeyInfo whether the certificate comes along
 */
public record XmlSigner(
        String signatureMethod, String digestMethod, String uri, Optional<String> xpath, boolean withKeyInfo) {

    /** As UIDAI signs: RSA-SHA1 over a SHA-256 digest of the whole document. */
    public static final XmlSigner UIDAI =
            new XmlSigner(SignatureMethod.RSA_SHA1, DigestMethod.SHA256, "", Optional.empty(), true);

    /** The same with another algorithm of the signature. */
    public XmlSigner withSignatureMethod(String method) {
        return new XmlSigner(method, digestMethod, uri, xpath, withKeyInfo);
    }

    /** The same with another algorithm of the digest. */
    public XmlSigner withDigestMethod(String method) {
        return new XmlSigner(signatureMethod, method, uri, xpath, withKeyInfo);
    }

    /** The same over something else than the whole document. */
    public XmlSigner withUri(String other) {
        return new XmlSigner(signatureMethod, digestMethod, other, xpath, withKeyInfo);
    }

    /** The same over only those nodes that the filter leaves. */
    public XmlSigner withXPath(String filter) {
        return new XmlSigner(signatureMethod, digestMethod, uri, Optional.of(filter), withKeyInfo);
    }

    /** The same without the certificate. */
    public XmlSigner withoutKeyInfo() {
        return new XmlSigner(signatureMethod, digestMethod, uri, xpath, false);
    }

    /** The XML with a signature as the last child of its root. */
    public String sign(String xml, TestSigner signer) {
        return sign(xml, signer, List.of(signer));
    }

    /** The same, with the certificates of the whole chain. */
    public String sign(String xml, TestSigner signer, List<TestSigner> chain) {
        try {
            Document document = parse(xml);
            DOMSignContext context = new DOMSignContext(signer.privateKey(), document.getDocumentElement());
            context.setProperty("org.jcp.xml.dsig.secureValidation", false);
            markIds(document.getDocumentElement(), context);
            XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
            factory.newXMLSignature(signedInfo(factory), keyInfo(factory, chain))
                    .sign(context);
            return print(document);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Document parse(String xml) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception notXml) {
            throw new IllegalArgumentException(notXml);
        }
    }

    static String print(Document document) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.STANDALONE, "yes");
            StringWriter text = new StringWriter();
            document.setXmlStandalone(true);
            transformer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void markIds(Element root, DOMSignContext context) {
        if (root.hasAttribute("Id")) {
            context.setIdAttributeNS(root, null, "Id");
        }
        for (var child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                markIds(element, context);
            }
        }
    }

    private SignedInfo signedInfo(XMLSignatureFactory factory) throws GeneralSecurityException {
        List<Transform> transforms = new ArrayList<>();
        transforms.add(factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null));
        if (xpath.isPresent()) {
            transforms.add(factory.newTransform(Transform.XPATH, new XPathFilterParameterSpec(xpath.get())));
        }
        Reference reference =
                factory.newReference(uri, factory.newDigestMethod(digestMethod, null), transforms, null, null);
        return factory.newSignedInfo(
                factory.newCanonicalizationMethod(CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod(signatureMethod, null),
                List.of(reference));
    }

    private @Nullable KeyInfo keyInfo(XMLSignatureFactory factory, List<TestSigner> chain) {
        if (!withKeyInfo) {
            return null;
        }
        KeyInfoFactory keyInfos = factory.getKeyInfoFactory();
        return keyInfos.newKeyInfo(List.of(
                keyInfos.newX509Data(chain.stream().map(TestSigner::certificate).toList())));
    }
}
