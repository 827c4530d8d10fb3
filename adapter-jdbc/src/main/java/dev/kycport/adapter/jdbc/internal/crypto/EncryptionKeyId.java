package dev.kycport.adapter.jdbc.internal.crypto;

import dev.kycport.ports.store.UnreadableRecordException;
import java.nio.ByteBuffer;

/**
 * Where in a sealed identity the id of its key stands. An envelope of Tink's begins with four bytes that tell how long its
 * sealed key is; that begins with the byte 1 and the four bytes of the id it was sealed under
 * (developers.google.com/tink/wire-format).
 */
final class EncryptionKeyId {

    private static final int ID_OFFSET = 5;

    /** How many bytes of it tell the key. */
    static final int HEADER_LENGTH = ID_OFFSET + Integer.BYTES;

    private EncryptionKeyId() {}

    static String read(byte[] ciphertext) {
        if (ciphertext.length < HEADER_LENGTH) {
            throw new UnreadableRecordException("an identity does not open: it is cut off");
        }
        return TinkKeyset.id(ByteBuffer.wrap(ciphertext).getInt(ID_OFFSET));
    }
}
