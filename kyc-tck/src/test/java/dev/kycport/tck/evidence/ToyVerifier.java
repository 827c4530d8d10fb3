package dev.kycport.tck.evidence;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.evidence.ContactMatch;
import dev.kycport.domain.evidence.Evidence;
import dev.kycport.domain.evidence.EvidenceDigest;
import dev.kycport.domain.evidence.EvidenceKind;
import dev.kycport.domain.evidence.EvidenceSigner;
import dev.kycport.domain.evidence.EvidenceVerdict;
import dev.kycport.domain.evidence.SignerPurpose;
import dev.kycport.domain.evidence.TrustedSigner;
import dev.kycport.domain.identity.AadhaarHolder;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.BirthDate;
import dev.kycport.domain.identity.Gender;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.identity.Photo;
import dev.kycport.ports.evidence.EvidenceResult;
import dev.kycport.ports.evidence.EvidenceVerifier;
import dev.kycport.ports.evidence.SignedDocument;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.X509Data;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A verifier of offline e-KYC XML that is right, unless it is told to have a fault. */
final class ToyVerifier implements EvidenceVerifier {

    private static final int MAX_BYTES = 100_000;
    private static final ZoneOffset INDIA = ZoneOffset.ofHoursMinutes(5, 30);

    private final List<X509Certificate> trusted;
    private final Set<Fault> faults;

    ToyVerifier(List<X509Certificate> trusted, Set<Fault> faults) {
        this.trusted = trusted;
        this.faults = faults.isEmpty() ? EnumSet.noneOf(Fault.class) : EnumSet.copyOf(faults);
    }

    enum Fault {
        READS_FIELDS_FIRST,
        SWAPS_FIELDS,
        TRUSTS_KEY_INFO,
        NEEDS_KEY_INFO,
        ACCEPTS_WRAPPED,
        ACCEPTS_PARTS,
        ACCEPTS_MISSING_URI,
        FOLLOWS_EXTERNAL_URI,
        ACCEPTS_SECOND,
        ACCEPTS_TRANSFORMS,
        ACCEPTS_COMMENTS,
        ACCEPTS_UNSIGNED,
        FOLLOWS_DOCTYPE,
        IGNORES_CONTENT,
        IGNORES_SIGNATURE_VALUE,
        ALTERED_IS_UNREADABLE,
        KNOWS_ONLY_SHA_1,
        IGNORES_END,
        IGNORES_BEGIN,
        COMPARES_PERIOD_WITH_TODAY,
        GUESSES_LAYOUT,
        IGNORES_AGE,
        IGNORES_FUTURE,
        HASHES_ONCE,
        THROWS,
        COPIES_EVERYTHING,
        LOGS_THE_NAME,
        LISTS_NOTHING
    }

    @Override
    public List<TrustedSigner> signers() {
        return has(Fault.LISTS_NOTHING)
                ? List.of()
                : trusted.stream()
                        .map(one -> new TrustedSigner(signer(one), Set.of(SignerPurpose.OFFLINE_XML), false))
                        .toList();
    }

    @Override
    public EvidenceResult verify(SignedDocument document, Instant now) {
        EvidenceDigest digest = EvidenceDigest.of(document.content());
        if (has(Fault.COPIES_EVERYTHING)) {
            document.content().toArray();
        }
        if (document.content().size() > MAX_BYTES) {
            return refused(EvidenceVerdict.UNREADABLE, digest);
        }
        Optional<Document> xml = parse(document.content());
        if (xml.isEmpty() && has(Fault.THROWS)) {
            throw new IllegalStateException("not XML");
        }
        return xml.filter(one -> one.getDocumentElement().getNodeName().equals("OfflinePaperlessKyc"))
                .map(one -> verify(one, document, digest, now))
                .orElseGet(() -> refused(EvidenceVerdict.UNREADABLE, digest));
    }

    private EvidenceResult verify(Document xml, SignedDocument document, EvidenceDigest digest, Instant now) {
        Element root = xml.getDocumentElement();
        if (has(Fault.READS_FIELDS_FIRST) && holder(root).isEmpty()) {
            return refused(EvidenceVerdict.UNREADABLE, digest);
        }
        NodeList signatures = xml.getElementsByTagNameNS("*", "Signature");
        if (signatures.getLength() == 0 && has(Fault.ACCEPTS_UNSIGNED)) {
            return conclude(trusted.get(0), root, document, digest, now);
        }
        boolean right = signatures.getLength() == 1 || (signatures.getLength() > 1 && has(Fault.ACCEPTS_SECOND));
        if (!right || (hasComment(xml) && !has(Fault.ACCEPTS_COMMENTS))) {
            return altered(digest);
        }
        Element signature = (Element) signatures.item(signatures.getLength() - 1);
        boolean isChild = signature.getParentNode() == root;
        if (!(isChild || has(Fault.ACCEPTS_WRAPPED)) || !hasForm(signature)) {
            return altered(digest);
        }
        return byKey(signature, root, document, digest, now);
    }

    private EvidenceResult byKey(
            Element signature, Element root, SignedDocument document, EvidenceDigest digest, Instant now) {
        if (takesOutsideContent(signature)) {
            return conclude(trusted.get(0), root, document, digest, now);
        }
        Optional<X509Certificate> named = named(signature);
        List<X509Certificate> keys =
                new ArrayList<>(has(Fault.TRUSTS_KEY_INFO) ? named.stream().toList() : trusted);
        if (has(Fault.NEEDS_KEY_INFO)) {
            keys.removeIf(key -> !named.equals(Optional.of(key)));
        }
        boolean content = false;
        for (X509Certificate key : keys) {
            content = matchesContent(signature, key.getPublicKey());
            boolean value = matchesValue(signature, key.getPublicKey());
            if ((value || has(Fault.IGNORES_SIGNATURE_VALUE)) && (content || has(Fault.IGNORES_CONTENT))) {
                return conclude(key, root, document, digest, now);
            }
        }
        return content && named.filter(trusted::contains).isEmpty()
                ? refused(EvidenceVerdict.SIGNER_UNKNOWN, digest)
                : altered(digest);
    }

    private EvidenceResult conclude(
            X509Certificate key, Element root, SignedDocument document, EvidenceDigest digest, Instant now) {
        String reference = root.getAttribute("referenceId");
        Instant time = LocalDateTime.parse(reference.substring(4), DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS"))
                .toInstant(INDIA);
        Evidence evidence = evidence(key, root, document, digest, time);
        Instant compared = has(Fault.COMPARES_PERIOD_WITH_TODAY) ? now : time;
        boolean late = compared.isAfter(evidence.signer().validUntil()) && !has(Fault.IGNORES_END);
        boolean early = compared.isBefore(evidence.signer().validFrom()) && !has(Fault.IGNORES_BEGIN);
        if (late || early) {
            return EvidenceResult.refused(EvidenceVerdict.SIGNER_NOT_VALID_THEN, "", evidence);
        }
        Optional<AadhaarHolder> holder = holder(root);
        if (holder.isEmpty()) {
            return has(Fault.GUESSES_LAYOUT)
                    ? refused(EvidenceVerdict.UNREADABLE, digest)
                    : EvidenceResult.refused(EvidenceVerdict.LAYOUT_UNKNOWN, "", evidence);
        }
        boolean old =
                document.maxAge().filter(age -> time.isBefore(now.minus(age))).isPresent();
        boolean future = time.isAfter(now.plus(Duration.ofMinutes(5)));
        if ((old && !has(Fault.IGNORES_AGE)) || (future && !has(Fault.IGNORES_FUTURE))) {
            return EvidenceResult.refused(EvidenceVerdict.TOO_OLD, "", evidence);
        }
        if (has(Fault.LOGS_THE_NAME)) {
            LoggerFactory.getLogger(ToyVerifier.class)
                    .debug("verified {}", holder.get().name());
        }
        return EvidenceResult.genuine(evidence, holder.get());
    }

    private Evidence evidence(
            X509Certificate key, Element root, SignedDocument document, EvidenceDigest digest, Instant time) {
        Element poi = first(root, "Poi");
        int rounds = has(Fault.HASHES_ONCE)
                ? 1
                : Math.max(1, root.getAttribute("referenceId").charAt(3) - '0');
        String code = document.shareCode().map(one -> one.reveal()).orElse("");
        return new Evidence(
                EvidenceKind.OFFLINE_XML,
                "1",
                signer(key),
                Optional.of(time),
                digest,
                match(document.mobile().map(one -> ContactHash.of(one.reveal() + code, rounds)), poi, "m"),
                match(document.email().map(one -> ContactHash.of(one.reveal() + code, rounds)), poi, "e"));
    }

    private static ContactMatch match(Optional<String> hash, Element poi, String attribute) {
        return hash.map(one ->
                        poi != null && one.equals(poi.getAttribute(attribute)) ? ContactMatch.YES : ContactMatch.NO)
                .orElse(ContactMatch.NOT_ASKED);
    }

    private boolean hasForm(Element signature) {
        Element reference = first(signature, "Reference");
        String uri = reference.getAttribute("URI");
        boolean uriIsRight = uri.isEmpty()
                ? reference.hasAttribute("URI") || has(Fault.ACCEPTS_MISSING_URI)
                : uri.startsWith("#")
                        ? has(Fault.ACCEPTS_PARTS) || has(Fault.ACCEPTS_WRAPPED)
                        : has(Fault.FOLLOWS_EXTERNAL_URI);
        boolean transformed = signature.getElementsByTagNameNS("*", "Transform").getLength() > 1;
        boolean hasObject = signature.getElementsByTagNameNS("*", "Object").getLength() > 0;
        return uriIsRight && !hasObject && (!transformed || has(Fault.ACCEPTS_TRANSFORMS));
    }

    /** The fault takes whatever the signature is over for the document. */
    private boolean takesOutsideContent(Element signature) {
        Element reference = first(signature, "Reference");
        return (has(Fault.ACCEPTS_MISSING_URI) && !reference.hasAttribute("URI"))
                || (has(Fault.FOLLOWS_EXTERNAL_URI)
                        && reference.getAttribute("URI").startsWith("file:"));
    }

    private boolean matchesValue(Element signature, PublicKey key) {
        try {
            DOMValidateContext context = context(signature, key);
            XMLSignature parsed = parsed(context);
            boolean sha1 = SignatureMethod.RSA_SHA1.equals(
                    parsed.getSignedInfo().getSignatureMethod().getAlgorithm());
            return (sha1 || !has(Fault.KNOWS_ONLY_SHA_1))
                    && parsed.getSignatureValue().validate(context);
        } catch (Exception malformed) {
            return false;
        }
    }

    private boolean matchesContent(Element signature, PublicKey key) {
        try {
            DOMValidateContext context = context(signature, key);
            Reference reference =
                    parsed(context).getSignedInfo().getReferences().get(0);
            return reference.getTransforms().stream()
                            .map(Transform::getAlgorithm)
                            .anyMatch(Transform.ENVELOPED::equals)
                    && reference.validate(context);
        } catch (Exception malformed) {
            return false;
        }
    }

    private static XMLSignature parsed(DOMValidateContext context) throws Exception {
        return XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
    }

    private static DOMValidateContext context(Element signature, PublicKey key) {
        DOMValidateContext context = new DOMValidateContext(key, signature);
        context.setProperty("org.jcp.xml.dsig.secureValidation", false);
        NodeList all = signature.getOwnerDocument().getElementsByTagName("*");
        for (int at = 0; at < all.getLength(); at++) {
            if (((Element) all.item(at)).hasAttribute("Id")) {
                context.setIdAttributeNS((Element) all.item(at), null, "Id");
            }
        }
        return context;
    }

    private Optional<X509Certificate> named(Element signature) {
        try {
            var keyInfo =
                    parsed(context(signature, trusted.get(0).getPublicKey())).getKeyInfo();
            return keyInfo == null
                    ? Optional.empty()
                    : keyInfo.getContent().stream()
                            .flatMap(one -> ((X509Data) one).getContent().stream())
                            .map(one -> (X509Certificate) one)
                            .findFirst();
        } catch (Exception malformed) {
            return Optional.empty();
        }
    }

    private Optional<Document> parse(Bytes content) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", !has(Fault.FOLLOWS_DOCTYPE));
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return Optional.of(builder.parse(new ByteArrayInputStream(content.toArray())));
        } catch (Exception notXml) {
            return Optional.empty();
        }
    }

    private Optional<AadhaarHolder> holder(Element root) {
        Element poi = first(root, "Poi");
        Element poa = first(root, "Poa");
        if (poi == null) {
            return Optional.empty();
        }
        try {
            Bytes photo = Bytes.of(Base64.getDecoder().decode(first(root, "Pht").getTextContent()));
            return Gender.fromLetter(poi.getAttribute("gender"))
                    .map(gender -> new AadhaarHolder(
                            has(Fault.SWAPS_FIELDS) ? poa.getAttribute("careof") : poi.getAttribute("name"),
                            BirthDate.ofDate(LocalDate.parse(
                                    poi.getAttribute("dob"), DateTimeFormatter.ofPattern("dd-MM-yyyy"))),
                            gender,
                            new Address(address(poa)),
                            Optional.of(new Photo(photo, MediaType.JPEG)),
                            MaskedNumber.ofAadhaar(
                                    root.getAttribute("referenceId").substring(0, 4))));
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }

    private static Map<Address.Part, String> address(Element poa) {
        Map<Address.Part, String> parts = new EnumMap<>(Address.Part.class);
        Map.ofEntries(
                        Map.entry("careof", Address.Part.CARE_OF),
                        Map.entry("house", Address.Part.HOUSE),
                        Map.entry("street", Address.Part.STREET),
                        Map.entry("loc", Address.Part.LOCALITY),
                        Map.entry("vtc", Address.Part.VTC),
                        Map.entry("subdist", Address.Part.SUB_DISTRICT),
                        Map.entry("dist", Address.Part.DISTRICT),
                        Map.entry("po", Address.Part.POST_OFFICE),
                        Map.entry("state", Address.Part.STATE),
                        Map.entry("pc", Address.Part.PIN),
                        Map.entry("country", Address.Part.COUNTRY))
                .forEach((name, part) -> parts.put(part, poa.getAttribute(name)));
        return parts;
    }

    private static Element first(Element parent, String name) {
        return (Element) parent.getElementsByTagNameNS("*", name).item(0);
    }

    private static boolean hasComment(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.COMMENT_NODE || hasComment(node)) {
                return true;
            }
        }
        return false;
    }

    private static EvidenceSigner signer(X509Certificate certificate) {
        try {
            return new EvidenceSigner(
                    "DS Test Authority 1",
                    EvidenceDigest.of(Bytes.of(certificate.getEncoded())),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private EvidenceResult altered(EvidenceDigest digest) {
        return refused(has(Fault.ALTERED_IS_UNREADABLE) ? EvidenceVerdict.UNREADABLE : EvidenceVerdict.ALTERED, digest);
    }

    private static EvidenceResult refused(EvidenceVerdict verdict, EvidenceDigest digest) {
        return EvidenceResult.refused(verdict, "", digest);
    }

    private boolean has(Fault fault) {
        return faults.contains(fault);
    }
}
