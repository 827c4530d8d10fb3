package dev.kycport.ports.store;

import java.io.Serial;

/**
 * A store cannot be reached, or does not know whether it stored something. This is a broken installation and not an
 * answer: the session has its last stored state, and the next step reconciles it and continues. The message never
 * contains data.
 */
public sealed class StoreUnavailableException extends RuntimeException permits UnreadableRecordException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception with its cause.
     *
     * @param message what the operator should know, without any data
     * @param cause what the store's library threw; it must not contain data either
     */
    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Creates the exception where no library threw. */
    public StoreUnavailableException(String message) {
        super(message);
    }
}
