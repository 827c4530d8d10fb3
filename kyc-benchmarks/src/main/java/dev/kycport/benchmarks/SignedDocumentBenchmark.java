package dev.kycport.benchmarks;

import dev.kycport.adapter.uidai.UidaiVerifierFactory;
import dev.kycport.domain.Bytes;
import dev.kycport.ports.evidence.EvidenceResult;
import dev.kycport.ports.evidence.EvidenceVerifier;
import dev.kycport.ports.evidence.SignedDocument;
import dev.kycport.tck.evidence.OfflineKyc;
import dev.kycport.tck.evidence.QrPayload;
import dev.kycport.tck.evidence.TestSigner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** What a check of a signed document costs above its bare signature: an XML with a photo of 20 KB, and a Secure QR. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init")
public class SignedDocumentBenchmark {

    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final int PHOTO_BYTES = 20_000;
    private static final int QR_PHOTO_BYTES = 880;
    private static final int SIGNATURE_BYTES = 256;

    private PublicKey key;
    private EvidenceVerifier verifier;
    private byte[] xml;
    private byte[] packed;
    private SignedDocument xmlDocument;
    private SignedDocument qrDocument;

    /** Makes a signer, a verifier that trusts it beside the shipped ones, and a document of each kind. */
    @Setup
    public void sign() throws IOException {
        TestSigner signer = TestSigner.selfSigned(
                "CN=DS Benchmark 1,O=Benchmark,C=IN",
                Instant.parse("2026-06-01T00:00:00Z"),
                Instant.parse("2030-01-01T00:00:00Z"));
        Path file = Files.createTempFile("signers", ".pem");
        Files.writeString(file, "purpose: offline-xml, secure-qr\n" + signer.pem());
        verifier = new UidaiVerifierFactory().create(Optional.of(file));
        Files.delete(file);
        key = signer.certificate().getPublicKey();
        xml = OfflineKyc.ASHA
                .with(
                        "Pht",
                        Base64.getEncoder().encodeToString(photo(PHOTO_BYTES, "\u00FF\u00D8\u00FF", "\u00FF\u00D9")))
                .signedBy(signer)
                .getBytes(StandardCharsets.UTF_8);
        String digits = QrPayload.ASHA
                .withPhoto(Bytes.of(photo(QR_PHOTO_BYTES, "\u00FFO\u00FFQ", "\u00FF\u00D9")))
                .digitsSignedBy(signer);
        packed = new BigInteger(digits).toByteArray();
        xmlDocument = new SignedDocument(Bytes.of(xml));
        qrDocument = new SignedDocument(Bytes.of(digits.getBytes(StandardCharsets.US_ASCII)));
    }

    /** All checks of an offline e-KYC XML, and its fields. */
    @Benchmark
    public EvidenceResult checkXml() {
        return genuine(verifier.verify(xmlDocument, NOW));
    }

    /** The parser and {@code XMLSignature.validate}, without any other check. */
    @Benchmark
    public boolean bareXmlSignature()
            throws ParserConfigurationException, IOException, SAXException, MarshalException, XMLSignatureException {
        Document document = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml));
        DOMValidateContext context = new DOMValidateContext(
                key,
                document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature").item(0));
        context.setProperty("org.jcp.xml.dsig.secureValidation", false);
        return XMLSignatureFactory.getInstance("DOM")
                .unmarshalXMLSignature(context)
                .validate(context);
    }

    /** All checks of a Secure QR from its digits, and its fields. */
    @Benchmark
    public EvidenceResult checkQr() {
        return genuine(verifier.verify(qrDocument, NOW));
    }

    /** From the digits to a number, inflation and one RSA verification, without any other check. */
    @Benchmark
    public boolean bareQrSignature() throws IOException, GeneralSecurityException {
        String digits = new String(qrDocument.content().toArray(), StandardCharsets.US_ASCII);
        return isSigned(new BigInteger(digits).toByteArray());
    }

    /** The same from the packed bytes on, without the conversion of the decimal number. */
    @Benchmark
    public boolean bareInflationAndRsa() throws IOException, GeneralSecurityException {
        return isSigned(packed);
    }

    private boolean isSigned(byte[] bytes) throws IOException, GeneralSecurityException {
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] content = gzip.readAllBytes();
            int length = content.length - SIGNATURE_BYTES;
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update(content, 0, length);
            return signature.verify(Arrays.copyOfRange(content, length, content.length));
        }
    }

    private static EvidenceResult genuine(EvidenceResult result) {
        if (!result.isGenuine()) {
            throw new IllegalStateException("the benchmark measures genuine documents: " + result);
        }
        return result;
    }

    private static byte[] photo(int size, String begin, String end) {
        byte[] photo = new byte[size];
        new Random(1).nextBytes(photo);
        byte[] first = begin.getBytes(StandardCharsets.ISO_8859_1);
        byte[] last = end.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(first, 0, photo, 0, first.length);
        System.arraycopy(last, 0, photo, size - last.length, last.length);
        return photo;
    }
}
