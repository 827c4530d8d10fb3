package dev.kycport.ports.store;

import java.io.Serial;

/**
 * One record cannot be read, though the store works: it is damaged, in the format of a newer version, or sealed under a key that
 * is missing. Other records are no worse for it, so whoever goes through many passes this one over.
 */
public final class UnreadableRecordException extends StoreUnavailableException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Says which record it is and what is wrong with it.
     *
     * @param message what the operator should know, without any data
     */
    public UnreadableRecordException(String message) {
        super(message);
    }
}
