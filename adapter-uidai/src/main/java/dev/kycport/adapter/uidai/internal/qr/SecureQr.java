package dev.kycport.adapter.uidai.internal.qr;

import dev.kycport.adapter.uidai.internal.document.CheckedDocument;
import dev.kycport.adapter.uidai.internal.document.FieldParser;
import dev.kycport.adapter.uidai.internal.document.ParsedDocument;
import dev.kycport.adapter.uidai.internal.document.Refusal;
import dev.kycport.adapter.uidai.internal.signer.PinnedSigner;
import dev.kycport.adapter.uidai.internal.signer.RsaSignature;
import dev.kycport.adapter.uidai.internal.signer.SignerEntry;
import dev.kycport.adapter.uidai.internal.signer.TrustStore;
import dev.kycport.domain.evidence.EvidenceKind;
import dev.kycport.domain.evidence.SignerPurpose;
import io.vavr.control.Either;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Secure QR: its last 256 bytes are an RSA signature over all before, whatever the version. So the signature is checked
 * before anything is read.
 */
public final class SecureQr {

    private static final int SIGNATURE_BYTES = 256;
    private static final int MAX_HEAD = 64;
    private static final Pattern REFERENCE = Pattern.compile("[0-9]{21}");

    private final TrustStore trust;

    public SecureQr(TrustStore trust) {
        this.trust = trust;
    }

    public Either<Refusal, CheckedDocument> check(String digits) {
        return Inflation.inflate(digits).flatMap(this::check);
    }

    private Either<Refusal, CheckedDocument> check(byte[] inflated) {
        int length = inflated.length - SIGNATURE_BYTES;
        if (length <= 0) {
            return Either.left(Refusal.unreadable("is too short for a Secure QR"));
        }
        RsaSignature signature = new RsaSignature(Arrays.copyOfRange(inflated, length, inflated.length));
        return PinnedSigner.find(
                        signature,
                        ByteBuffer.wrap(inflated, 0, length),
                        trust.of(SignerPurpose.SECURE_QR, claimedTime(inflated, length)))
                .map(signer -> read(new SecureQrContent(Arrays.copyOf(inflated, length)), signer));
    }

    /** Only orders the keys to try: wherever a reference id seems to stand near the beginning. */
    private static Optional<Instant> claimedTime(byte[] inflated, int length) {
        Matcher reference =
                REFERENCE.matcher(new String(inflated, 0, Math.min(length, MAX_HEAD), StandardCharsets.ISO_8859_1));
        return reference.find() ? FieldParser.referenceTime(reference.group()) : Optional.empty();
    }

    private static CheckedDocument read(SecureQrContent content, SignerEntry signer) {
        Optional<ParsedDocument> reading = content.read();
        return new CheckedDocument(
                EvidenceKind.SECURE_QR,
                content.version(),
                signer.signer(),
                reading.map(ParsedDocument::generatedAt),
                reading);
    }
}
