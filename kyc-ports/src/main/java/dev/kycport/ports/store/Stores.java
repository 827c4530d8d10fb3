package dev.kycport.ports.store;

import java.util.Optional;

/**
 * The places where things are kept. Sessions and audit trail belong together, since they are written in one transaction.
 *
 * @param pendingCodes who a code is on its way to; {@link PendingCodeStore#NONE} where nobody is to be remembered
 * @param admin what an operator needs of a store that lasts; empty where everything goes with the process
 * @param onClose releases what they hold; may be called more than once
 */
public record Stores(
        SessionStore sessions,
        ConsentLedger consents,
        AuditTrail audit,
        PendingCodeStore pendingCodes,
        Optional<AdminStores> admin,
        Runnable onClose)
        implements AutoCloseable {

    /** The three that every installation has. */
    public Stores(SessionStore sessions, ConsentLedger consents, AuditTrail audit, Runnable onClose) {
        this(sessions, consents, audit, PendingCodeStore.NONE, Optional.empty(), onClose);
    }

    /** What an operator does with a store that lasts: reads its ledger, and lets go of what must go. */
    public record AdminStores(ConsentLedgerReader ledgerReader, RetentionStore retention, KeyUsage keyUsage) {

        /** That of a store that seals nothing. */
        public AdminStores(ConsentLedgerReader ledgerReader, RetentionStore retention) {
            this(ledgerReader, retention, KeyUsage.NONE);
        }
    }

    @Override
    public void close() {
        onClose.run();
    }
}
