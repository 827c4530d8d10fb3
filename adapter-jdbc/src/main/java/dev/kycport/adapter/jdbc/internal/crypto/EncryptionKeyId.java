package dev.kycport.adapter.jdbc.internal.crypto;

import dev.kycport.ports.store.UnreadableRecordException;
import java.nio.ByteBuffer;

/**
 * Reads the id of the key from an encrypted identity. Tink's envelope begins with the length of the encrypted data key in four
 * bytes. The data key begins with the byte 1 and the four bytes of the key id (developers.google.com/tink/wire-format).
 */
final class EncryptionKeyId {

    private static final int ID_OFFSET = 5;

    /** How many bytes suffice to read the key id. */
    static final int HEADER_LENGTH = ID_OFFSET + Integer.BYTES;

    private EncryptionKeyId() {}

    static String read(byte[] ciphertext) {
        if (ciphertext.length < HEADER_LENGTH) {
            throw new UnreadableRecordException("an identity cannot be decrypted: it is cut off");
        }
        return TinkKeyset.id(ByteBuffer.wrap(ciphertext).getInt(ID_OFFSET));
    }
}
