package dev.kycport.http.internal.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.IntFunction;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes and encrypts under keys that are derived from a caller's own API key. The store of the answers holds neither that key
 * nor the derived ones, so what it holds says nothing without a request of the same caller: not which code of six digits was
 * sent, and not what was answered.
 */
public final class AnswerCipher {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final byte[] hashKey;
    private final byte[] encryptionKey;
    private final IntFunction<byte[]> randomness;

    public AnswerCipher(String secret, IntFunction<byte[]> randomness) {
        byte[] key = Hashes.utf8(secret);
        this.hashKey = Hashes.hmac(key, Hashes.utf8("kycport request"));
        this.encryptionKey = Hashes.hmac(key, Hashes.utf8("kycport answer"));
        this.randomness = randomness;
    }

    /** A keyed hash of the parts, as 64 hexadecimal digits. */
    public String hash(byte[]... parts) {
        return HexFormat.of().formatHex(Hashes.hmac(hashKey, parts));
    }

    /** The text, encrypted and bound to a name. */
    public String encrypt(String name, String text) {
        byte[] nonce = randomness.apply(NONCE_BYTES);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return base64(nonce) + "." + base64(encrypted);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES", impossible);
        }
    }

    /** The text that was encrypted under the same name, or nothing if it is damaged or of another name. */
    public Optional<String> decrypt(String name, String encrypted) {
        try {
            int divider = encrypted.indexOf('.');
            byte[] nonce = Base64.getDecoder().decode(encrypted.substring(0, Math.max(0, divider)));
            byte[] content = Base64.getDecoder().decode(encrypted.substring(divider + 1));
            return Optional.of(
                    new String(cipher(Cipher.DECRYPT_MODE, nonce, name).doFinal(content), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(encryptionKey, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(Hashes.utf8(name));
        return cipher;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
