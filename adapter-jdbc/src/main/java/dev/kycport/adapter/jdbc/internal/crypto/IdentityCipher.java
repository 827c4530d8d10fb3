package dev.kycport.adapter.jdbc.internal.crypto;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.SubjectRef;

/**
 * What stands between an identity and the column it is kept in. Session and subject are bound in, so a sealed identity that
 * is moved to another row does not open. Safe for use by many threads.
 */
public interface IdentityCipher {

    /** The sealed form of an identity's JSON. */
    byte[] encrypt(SessionId session, SubjectRef subject, byte[] plaintext);

    /**
     * The identity's JSON.
     *
     * @throws dev.kycport.ports.store.UnreadableRecordException if it cannot be opened: the key is missing, or these are not the
     *     bytes that were sealed for that session
     */
    byte[] decrypt(SessionId session, SubjectRef subject, byte[] ciphertext);
}
