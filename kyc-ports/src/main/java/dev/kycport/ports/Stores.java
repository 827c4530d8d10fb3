package dev.kycport.ports;

/**
 * The three places where things are kept. Sessions and audit trail belong together, since they are written in one
 * transaction.
 *
 * @param closing releases what they hold; may be called more than once
 */
public record Stores(SessionStore sessions, ConsentLedger consents, AuditTrail audit, Runnable closing)
        implements AutoCloseable {

    @Override
    public void close() {
        closing.run();
    }
}
