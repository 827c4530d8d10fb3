package dev.kycport.adapter.uidai.internal.signer;

import dev.kycport.adapter.uidai.internal.document.Refusal;
import io.vavr.control.Either;
import java.nio.ByteBuffer;
import java.util.List;

/** Finds who of the trusted signers made a bare signature. */
public final class PinnedSigner {

    private PinnedSigner() {}

    /** The first candidate whose key made the signature over this content. */
    public static Either<Refusal, SignerEntry> find(
            RsaSignature signature, ByteBuffer content, List<SignerEntry> candidates) {
        for (SignerEntry candidate : candidates) {
            if (signature.isOver(content, candidate.certificate().getPublicKey())) {
                return Either.right(candidate);
            }
        }
        boolean known = candidates.stream()
                .anyMatch(
                        candidate -> signature.isMadeBy(candidate.certificate().getPublicKey()));
        return Either.left(
                known
                        ? Refusal.altered("is not the content that was signed")
                        : Refusal.signerUnknown(
                                "is signed by nobody who is trusted for this, or its signature was changed"));
    }
}
