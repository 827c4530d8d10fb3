package dev.kycport.adapter.jdbc;

import dev.kycport.ports.UnreadableRecordException;
import java.nio.ByteBuffer;

/**
 * Where in a sealed identity the id of its key stands. An envelope of Tink's begins with four bytes that tell how long its
 * sealed key is; that begins with the byte 1 and the four bytes of the id it was sealed under
 * (developers.google.com/tink/wire-format).
 */
final class SealedUnder {

    private static final int ID_AT = 5;

    /** How many bytes of it tell the key. */
    static final int HEADER = ID_AT + Integer.BYTES;

    private SealedUnder() {}

    static String key(byte[] sealed) {
        if (sealed.length < HEADER) {
            throw new UnreadableRecordException("an identity does not open: it is cut off");
        }
        return Keyset.id(ByteBuffer.wrap(sealed).getInt(ID_AT));
    }
}
