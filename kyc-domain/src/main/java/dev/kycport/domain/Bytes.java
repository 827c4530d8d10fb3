package dev.kycport.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Immutable bytes, such as an image or a document. Compares by content and prints only the size. */
public final class Bytes {

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** A copy of these bytes. */
    public static Bytes of(byte[] content) {
        return new Bytes(content.clone());
    }

    /** The bytes that this base64 text (RFC 4648, standard alphabet) stands for; empty if it is not base64. */
    @SuppressWarnings("ByteBufferBackingArray")
    public static Optional<Bytes> fromBase64(ByteBuffer base64) {
        try {
            ByteBuffer decoded = Base64.getDecoder().decode(base64);
            // The decoder allocates the array, usually of the exact size: a photo is not copied once more.
            byte[] content = decoded.array();
            return Optional.of(
                    new Bytes(content.length == decoded.limit() ? content : Arrays.copyOf(content, decoded.limit())));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** A copy of the bytes. */
    public byte[] toArray() {
        return content.clone();
    }

    /** The number of bytes. */
    public int size() {
        return content.length;
    }

    /** Whether the content starts with these bytes, given as ISO-8859-1 characters. */
    public boolean startsWith(String latin1) {
        byte[] prefix = latin1.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= prefix.length && Arrays.equals(content, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** The last bytes, at most that many, as ISO-8859-1 characters. */
    public String tail(int count) {
        int length = Math.min(count, content.length);
        return new String(content, content.length - length, length, StandardCharsets.ISO_8859_1);
    }

    /** Adds the bytes to a digest, without a copy of them. */
    public void addTo(MessageDigest digest) {
        digest.update(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return "Bytes[" + content.length + "]";
    }
}
