package dev.kycport.adapter.jdbc.internal.crypto;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.SubjectRef;

/**
 * Encrypts and decrypts the identities in the database. The ciphertext is bound to session and subject, so it cannot be decrypted
 * in another row. Safe for use by many threads.
 */
public interface IdentityCipher {

    /** Encrypts the JSON of an identity. */
    byte[] encrypt(SessionId session, SubjectRef subject, byte[] plaintext);

    /**
     * Decrypts the JSON of an identity.
     *
     * @throws dev.kycport.ports.store.UnreadableRecordException if the key is missing, or if the ciphertext was changed or belongs to
     *     another session
     */
    byte[] decrypt(SessionId session, SubjectRef subject, byte[] ciphertext);
}
