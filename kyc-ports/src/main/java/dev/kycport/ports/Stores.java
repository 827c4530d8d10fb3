package dev.kycport.ports;

import java.util.Optional;

/**
 * The places where things are kept. Sessions and audit trail belong together, since they are written in one transaction.
 *
 * @param pending who a code is on its way to; {@link PendingCodeStore#NONE} where nobody is to be remembered
 * @param keeping what an operator needs of a store that lasts; empty where everything goes with the process
 * @param closing releases what they hold; may be called more than once
 */
public record Stores(
        SessionStore sessions,
        ConsentLedger consents,
        AuditTrail audit,
        PendingCodeStore pending,
        Optional<Keeping> keeping,
        Runnable closing)
        implements AutoCloseable {

    /** The three that every installation has. */
    public Stores(SessionStore sessions, ConsentLedger consents, AuditTrail audit, Runnable closing) {
        this(sessions, consents, audit, PendingCodeStore.NONE, Optional.empty(), closing);
    }

    /** What an operator does with a store that lasts: reads its ledger, and lets go of what must go. */
    public record Keeping(ConsentRegister register, RetentionStore retention, SealedIdentities sealed) {

        /** That of a store that seals nothing. */
        public Keeping(ConsentRegister register, RetentionStore retention) {
            this(register, retention, SealedIdentities.NONE);
        }
    }

    @Override
    public void close() {
        closing.run();
    }
}
