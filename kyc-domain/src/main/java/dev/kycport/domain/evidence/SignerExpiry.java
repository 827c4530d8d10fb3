package dev.kycport.domain.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A purpose whose newest signer ends soon or has ended. Documents issued after that will be {@code signer-unknown}, until
 * the operator adds the next signer.
 *
 * @param newest the signer of that purpose that ends last
 * @param ended whether it has ended already
 */
public record SignerExpiry(SignerPurpose purpose, EvidenceSigner newest, boolean ended) {

    /** How long before the end a purpose is reported: enough for a release or a change of configuration. */
    public static final Duration WARN_BEFORE = Duration.ofDays(90);

    /**
     * The purposes that end within {@link #WARN_BEFORE}, in the order of {@link SignerPurpose}. A purpose without any signer
     * is not reported: nobody relies on it.
     */
    public static List<SignerExpiry> dueAt(Instant now, List<TrustedSigner> signers) {
        List<SignerExpiry> due = new ArrayList<>();
        for (SignerPurpose purpose : SignerPurpose.values()) {
            newest(purpose, signers)
                    .filter(signer -> signer.validUntil().isBefore(now.plus(WARN_BEFORE)))
                    .ifPresent(signer -> due.add(new SignerExpiry(
                            purpose, signer, signer.validUntil().isBefore(now))));
        }
        return List.copyOf(due);
    }

    /** One line for a log or a terminal, with what to do. */
    public String warning() {
        return "the newest signer for " + purpose.code() + ", " + newest.name() + ", "
                + (ended ? "ended at " : "ends at ") + newest.validUntil()
                + "; add the next one to the file in kyc.evidence.signers";
    }

    private static Optional<EvidenceSigner> newest(SignerPurpose purpose, List<TrustedSigner> signers) {
        EvidenceSigner newest = null;
        for (TrustedSigner trusted : signers) {
            if (trusted.purposes().contains(purpose)
                    && (newest == null || trusted.signer().validUntil().isAfter(newest.validUntil()))) {
                newest = trusted.signer();
            }
        }
        return Optional.ofNullable(newest);
    }
}
