package dev.kycport.adapter.uidai;

import dev.kycport.adapter.uidai.internal.signer.TrustStore;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.evidence.SignerPurpose;
import dev.kycport.ports.evidence.EvidenceResult;
import dev.kycport.ports.evidence.SignedDocument;
import dev.kycport.tck.evidence.OfflineKyc;
import dev.kycport.tck.evidence.TestSigner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Published samples, and a verifier that trusts a test signer. */
final class Samples {

    static final Instant NOW = Instant.parse(OfflineKyc.GENERATED_AT).plus(Duration.ofDays(1));

    static final TestSigner SIGNER = TestSigner.selfSigned(
            "CN=DS Test Authority 1,O=Test Authority,C=IN",
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2029-01-01T00:00:00Z"));

    static final TestSigner STRANGER = TestSigner.selfSigned(
            "CN=DS Test Authority 1,O=Test Authority,C=IN",
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2029-01-01T00:00:00Z"));

    static final UidaiVerifier VERIFIER = new UidaiVerifier(new TrustStore(
            List.of(TestTrust.entry(SIGNER.certificate(), SignerPurpose.OFFLINE_XML, SignerPurpose.SECURE_QR))));

    private Samples() {}

    static EvidenceResult verify(byte[] content) {
        return VERIFIER.verify(new SignedDocument(Bytes.of(content)), NOW);
    }

    static EvidenceResult verify(String content) {
        return verify(content.getBytes(StandardCharsets.UTF_8));
    }

    /** A published sample. */
    static String read(String name) {
        try (InputStream resource = Objects.requireNonNull(Samples.class.getResourceAsStream("/secure-qr/" + name))) {
            return new String(resource.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
