package dev.kycport.adapter.jdbc.internal.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.store.UnreadableRecordException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Encrypts each identity with a data key of its own, which is encrypted with a key of the store and stored beside it (Tink's
 * envelope encryption). A key of the store encrypts a few dozen bytes a row, far from any limit of AES-GCM.
 */
public final class TinkIdentityCipher implements IdentityCipher {

    private final TinkKeyset keys;
    private final Aead envelope;

    public TinkIdentityCipher(TinkKeyset keys) {
        this.keys = keys;
        this.envelope = envelope(keys.primitive(Aead.class));
    }

    @Override
    public byte[] encrypt(SessionId session, SubjectRef subject, byte[] plaintext) {
        try {
            return envelope.encrypt(plaintext, associatedData(session, subject));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("an identity cannot be encrypted on this machine", broken);
        }
    }

    @Override
    public byte[] decrypt(SessionId session, SubjectRef subject, byte[] ciphertext) {
        String key = EncryptionKeyId.read(ciphertext);
        if (!keys.ids().contains(key)) {
            throw new UnreadableRecordException("an identity is encrypted with key " + key
                    + ", which this process does not have; configure a key file that holds that key");
        }
        try {
            return envelope.decrypt(ciphertext, associatedData(session, subject));
        } catch (GeneralSecurityException tampered) {
            throw new UnreadableRecordException(
                    "an identity cannot be decrypted: it was changed, or moved here from the row of another session");
        }
    }

    // The lengths make the encoding of two texts unambiguous.
    private static byte[] associatedData(SessionId session, SubjectRef subject) {
        byte[] id = session.value().getBytes(StandardCharsets.UTF_8);
        byte[] person = subject.value().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * Integer.BYTES + id.length + person.length)
                .putInt(id.length)
                .put(id)
                .putInt(person.length)
                .put(person)
                .array();
    }

    private static Aead envelope(Aead keys) {
        try {
            return KmsEnvelopeAead.create(PredefinedAeadParameters.AES256_GCM, keys);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the cryptography of this machine does not work", broken);
        }
    }
}
