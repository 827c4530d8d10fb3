package dev.kycport.adapter.uidai.internal.xml;

import dev.kycport.adapter.uidai.internal.document.Refusal;
import io.vavr.control.Either;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.EntityResolver;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Parses XML without a DOCTYPE, hence without entities, and with limits. The JDK's own parser, whatever else is installed. */
public final class SecureXml {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String MAX_DEPTH = "jdk.xml.maxElementDepth";
    private static final String MAX_ATTRIBUTES = "jdk.xml.elementAttributeLimit";

    private static final DefaultHandler SILENT = new SilentHandler();
    /** Without a DOCTYPE there is nothing to resolve. Should there ever be, it is empty. */
    private static final EntityResolver NOTHING =
            (unusedPublicId, unusedSystemId) -> new InputSource(new ByteArrayInputStream(new byte[0]));

    private SecureXml() {}

    public static Either<Refusal, Document> parse(byte[] xml) {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(SILENT);
            builder.setEntityResolver(NOTHING);
            return Either.right(builder.parse(new InputSource(new ByteArrayInputStream(xml))));
        } catch (SAXException | IOException | RuntimeException refused) {
            return Either.left(Refusal.unreadable("is not well-formed XML without a DOCTYPE"));
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK's parser knows these features", impossible);
        }
    }

    /** The only child element with this name and no namespace; empty if there is none, or more than one. */
    public static Optional<Element> onlyChild(Element parent, String name) {
        Element found = null;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && isNamed(element, name)) {
                if (found != null) {
                    return Optional.empty();
                }
                found = element;
            }
        }
        return Optional.ofNullable(found);
    }

    public static boolean isNamed(Element element, String name) {
        return element.getNamespaceURI() == null && name.equals(element.getLocalName());
    }

    /** Whether there is a comment anywhere. Canonical XML drops comments, so that no signature covers them. */
    public static boolean hasComment(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.COMMENT_NODE || hasComment(node)) {
                return true;
            }
        }
        return false;
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(NO_DOCTYPE, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setAttribute(MAX_DEPTH, "32");
        factory.setAttribute(MAX_ATTRIBUTES, "64");
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    /** The parser's default handler prints to standard error. */
    private static final class SilentHandler extends DefaultHandler {
        @Override
        public void fatalError(SAXParseException failure) throws SAXException {
            throw failure;
        }

        @Override
        public void error(SAXParseException failure) throws SAXException {
            throw failure;
        }
    }
}
