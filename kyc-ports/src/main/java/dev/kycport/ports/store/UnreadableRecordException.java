package dev.kycport.ports.store;

import java.io.Serial;

/**
 * One record cannot be read, although the store works: it is damaged, in the format of a newer version, or encrypted
 * under a key that is missing. Other records are not affected, so a caller that processes many skips this one.
 */
public final class UnreadableRecordException extends StoreUnavailableException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message which record it is and what is wrong with it, without any data
     */
    public UnreadableRecordException(String message) {
        super(message);
    }
}
