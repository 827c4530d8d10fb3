package dev.kycport.app.internal.maintenance;

import dev.kycport.domain.evidence.SignerExpiry;
import dev.kycport.domain.evidence.TrustedSigner;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns at start-up of signers that end soon: UIDAI changes its signers, and nothing is fetched. */
public final class SignerExpiryLog {

    private static final Logger LOG = LoggerFactory.getLogger(SignerExpiryLog.class);

    private SignerExpiryLog() {}

    /** Logs one line for each purpose whose newest signer ends within 90 days. */
    public static void warn(List<TrustedSigner> signers, Instant now) {
        SignerExpiry.dueAt(now, signers).forEach(due -> LOG.warn("{}", due.warning()));
    }
}
