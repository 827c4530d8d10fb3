package dev.kycport.adapter.uidai.internal.signer;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A bare RSA signature (PKCS #1 v1.5). */
public final class RsaSignature {

    /** The DigestInfo of RFC 8017, section 9.2, before the digest: SHA-256 and SHA-1. */
    private static final List<byte[]> DIGEST_INFOS = List.of(
            HexFormat.of().parseHex("3031300d060960864801650304020105000420"),
            HexFormat.of().parseHex("3021300906052b0e03021a05000414"));

    private static final int SHA_256_BYTES = 32;
    private static final int SHA_1_BYTES = 20;

    private final byte[] value;

    public RsaSignature(byte[] value) {
        this.value = value.clone();
    }

    /** Whether that key made it over these bytes, with SHA-256. */
    public boolean isOver(ByteBuffer content, PublicKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update(content.duplicate());
            return signature.verify(value);
        } catch (GeneralSecurityException unusable) {
            return false;
        }
    }

    /**
     * Whether that key made it, over whatever content. Tells a changed document from one of an unknown signer: under any other
     * key the signature opens to noise.
     */
    public boolean isMadeBy(PublicKey key) {
        if (!(key instanceof RSAPublicKey rsa)) {
            return false;
        }
        BigInteger number = new BigInteger(1, value);
        int length = (rsa.getModulus().bitLength() + Byte.SIZE - 1) / Byte.SIZE;
        return number.compareTo(rsa.getModulus()) < 0
                && isPadded(padded(number.modPow(rsa.getPublicExponent(), rsa.getModulus()), length));
    }

    private static byte[] padded(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[length];
        int from = Math.max(0, bytes.length - length);
        System.arraycopy(bytes, from, padded, length - (bytes.length - from), bytes.length - from);
        return padded;
    }

    /** 00 01 FF … FF 00, then a DigestInfo. */
    private static boolean isPadded(byte[] opened) {
        return hasForm(opened, DIGEST_INFOS.get(0), SHA_256_BYTES) || hasForm(opened, DIGEST_INFOS.get(1), SHA_1_BYTES);
    }

    private static boolean hasForm(byte[] opened, byte[] digestInfo, int digestBytes) {
        int infoAt = opened.length - digestBytes - digestInfo.length;
        byte[] expected = new byte[infoAt];
        Arrays.fill(expected, (byte) 0xFF);
        expected[0] = 0;
        expected[1] = 1;
        expected[infoAt - 1] = 0;
        return Arrays.equals(opened, 0, infoAt, expected, 0, infoAt)
                && Arrays.equals(opened, infoAt, infoAt + digestInfo.length, digestInfo, 0, digestInfo.length);
    }
}
