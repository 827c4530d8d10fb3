package dev.kycport.ports.store;

import java.util.Optional;

/**
 * The stores of an installation. Sessions and audit trail belong together, because they are written in one transaction.
 * Ledger and reservations may be in another system: then the parts of a half-step are stored one after the other.
 *
 * @param pendingCodes numbers that a code was sent to; {@link PendingCodeStore#NONE} if these are not stored
 * @param steps stores all that a half-step writes to the stores above, in one transaction if they have one
 * @param admin what operators need of a persistent store; empty for an in-memory store
 * @param records what an inbound adapter keeps for a while; empty if it has to be without
 * @param onClose releases the resources; may run more than once
 */
public record Stores(
        SessionStore sessions,
        ConsentLedger consents,
        AuditTrail audit,
        PendingCodeStore pendingCodes,
        StepStore steps,
        Optional<AdminStores> admin,
        Optional<ExpiringRecordStore> records,
        Runnable onClose)
        implements AutoCloseable {

    /**
     * Stores that share no transaction: a half-step reserves the number, then writes the ledger, then the session. Without the
     * records of an inbound adapter.
     */
    public Stores(
            SessionStore sessions,
            ConsentLedger consents,
            AuditTrail audit,
            PendingCodeStore pendingCodes,
            Optional<AdminStores> admin,
            Runnable onClose) {
        this(
                sessions,
                consents,
                audit,
                pendingCodes,
                new SeparateStores(sessions, consents, pendingCodes),
                admin,
                Optional.empty(),
                onClose);
    }

    /** Stores without the records of an inbound adapter. */
    public Stores(
            SessionStore sessions,
            ConsentLedger consents,
            AuditTrail audit,
            PendingCodeStore pendingCodes,
            StepStore steps,
            Optional<AdminStores> admin,
            Runnable onClose) {
        this(sessions, consents, audit, pendingCodes, steps, admin, Optional.empty(), onClose);
    }

    /** Stores that share no transaction, without an admin view and without reservations of numbers. */
    public Stores(SessionStore sessions, ConsentLedger consents, AuditTrail audit, Runnable onClose) {
        this(sessions, consents, audit, PendingCodeStore.NONE, Optional.empty(), onClose);
    }

    /** The admin view of a persistent store: reading the ledger, retention, key usage, and monitoring. */
    public record AdminStores(
            ConsentLedgerReader ledgerReader, RetentionStore retention, KeyUsage keyUsage, StoreMonitor monitor) {

        /** The admin view of a store that encrypts nothing and has no clock of its own. */
        public AdminStores(ConsentLedgerReader ledgerReader, RetentionStore retention) {
            this(ledgerReader, retention, KeyUsage.NONE, StoreMonitor.NONE);
        }
    }

    @Override
    public void close() {
        onClose.run();
    }
}
