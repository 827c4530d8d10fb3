package dev.kycport.adapter.uidai;

import dev.kycport.adapter.uidai.internal.document.CheckedDocument;
import dev.kycport.adapter.uidai.internal.document.DocumentText;
import dev.kycport.adapter.uidai.internal.document.Refusal;
import dev.kycport.adapter.uidai.internal.qr.QrImage;
import dev.kycport.adapter.uidai.internal.qr.SecureQr;
import dev.kycport.adapter.uidai.internal.signer.TrustStore;
import dev.kycport.adapter.uidai.internal.xml.SignedXml;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.evidence.TrustedSigner;
import dev.kycport.ports.evidence.EvidenceResult;
import dev.kycport.ports.evidence.EvidenceVerifier;
import dev.kycport.ports.evidence.SignedDocument;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds out which kind of document it is, and has it checked. */
final class UidaiVerifier implements EvidenceVerifier {

    /** A photo of a letter has a few megabytes. The other kinds have smaller limits of their own. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final String ZIP_MAGIC = "PK\u0003\u0004";
    private static final Set<MediaType> IMAGES = EnumSet.of(MediaType.JPEG, MediaType.PNG, MediaType.GIF);

    private final TrustStore trust;
    private final SignedXml xml;
    private final SecureQr secureQr;

    UidaiVerifier(TrustStore trust) {
        this.trust = trust;
        this.xml = new SignedXml(trust);
        this.secureQr = new SecureQr(trust);
    }

    @Override
    public EvidenceResult verify(SignedDocument document, Instant now) {
        Conclusion conclusion = new Conclusion(document, now);
        return check(document).fold(conclusion::of, conclusion::of);
    }

    @Override
    public List<TrustedSigner> signers() {
        return trust.signers();
    }

    private Either<Refusal, CheckedDocument> check(SignedDocument document) {
        Bytes content = document.content();
        if (content.size() > MAX_BYTES) {
            return Either.left(Refusal.unreadable("is larger than any document of these kinds"));
        }
        if (content.startsWith(ZIP_MAGIC)) {
            return OfflineArchive.open(content, document.shareCode()).flatMap(xml::check);
        }
        if (MediaType.of(content).filter(IMAGES::contains).isPresent()) {
            return QrImage.decode(content.toArray()).flatMap(secureQr::check);
        }
        return text(content);
    }

    private Either<Refusal, CheckedDocument> text(Bytes content) {
        if (content.size() > SignedXml.MAX_BYTES) {
            return Either.left(Refusal.unreadable("is larger than any XML or QR of these kinds"));
        }
        byte[] bytes = content.toArray();
        return DocumentText.isXml(bytes)
                ? xml.check(bytes)
                : DocumentText.digits(bytes).flatMap(secureQr::check);
    }
}
