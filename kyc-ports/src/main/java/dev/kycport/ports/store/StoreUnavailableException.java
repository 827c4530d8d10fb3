package dev.kycport.ports.store;

import java.io.Serial;

/**
 * A store cannot be reached, or does not know whether it stored something. An installation that is broken rather than an
 * answer: the session is as it was last stored, and the next step explains it and carries on. The message never holds data.
 */
public sealed class StoreUnavailableException extends RuntimeException permits UnreadableRecordException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong with the store.
     *
     * @param message what the operator should know, without any data
     * @param cause what the store's library threw; it must not hold data either
     */
    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Says what is wrong with the store where no library threw. */
    public StoreUnavailableException(String message) {
        super(message);
    }
}
