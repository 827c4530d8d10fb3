package dev.kycport.adapter.jdbc.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.tck.sample.SampleValues;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The protection of identities against a reader of the database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class TinkIdentityCipherTest {

    private static final TinkKeyset OLD = StoreKeys.generate().identity();
    private static final SessionId SESSION = SampleValues.anySessionId();
    private static final SubjectRef SUBJECT = SampleValues.anySubject();
    private static final byte[] IDENTITY = "{\"name\":\"Asha Test Rao\"}".getBytes(StandardCharsets.UTF_8);

    private final IdentityCipher seal = new TinkIdentityCipher(OLD);

    @Test
    void what_was_sealed_opens() {
        byte[] sealed = seal.encrypt(SESSION, SUBJECT, IDENTITY);

        assertThat(seal.decrypt(SESSION, SUBJECT, sealed)).isEqualTo(IDENTITY);
    }

    @Test
    void what_is_sealed_cannot_be_read() {
        byte[] sealed = seal.encrypt(SESSION, SUBJECT, IDENTITY);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Asha", "Test", "Rao", "name");
    }

    @Test
    void the_same_identity_never_looks_the_same_twice() {
        byte[] once = seal.encrypt(SESSION, SUBJECT, IDENTITY);
        byte[] twice = seal.encrypt(SESSION, SUBJECT, IDENTITY);

        assertThat(Arrays.copyOfRange(once, 10, once.length)).isNotEqualTo(Arrays.copyOfRange(twice, 10, twice.length));
    }

    @Test
    void it_does_not_open_in_the_row_of_another_session() {
        byte[] sealed = seal.encrypt(SESSION, SUBJECT, IDENTITY);

        assertRefused(() -> seal.decrypt(SampleValues.anySessionId(), SUBJECT, sealed));
    }

    @Test
    void it_does_not_open_for_another_subject() {
        byte[] sealed = seal.encrypt(SESSION, SUBJECT, IDENTITY);

        assertRefused(() -> seal.decrypt(SESSION, new SubjectRef("customer-4712"), sealed));
    }

    @Test
    void no_byte_of_it_can_be_changed() {
        byte[] sealed = seal.encrypt(SESSION, SUBJECT, IDENTITY);

        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> seal.decrypt(SESSION, SUBJECT, changed))
                    .isInstanceOf(StoreUnavailableException.class);
        }
    }

    @Test
    void it_cannot_be_cut_short() {
        byte[] sealed = seal.encrypt(SESSION, SUBJECT, IDENTITY);

        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> seal.decrypt(SESSION, SUBJECT, cut)).isInstanceOf(StoreUnavailableException.class);
        }
    }

    @Test
    void after_a_rotation_old_rows_open_and_new_rows_need_the_new_key() {
        byte[] before = seal.encrypt(SESSION, SUBJECT, IDENTITY);
        TinkKeyset rotated = rotated();
        IdentityCipher next = new TinkIdentityCipher(rotated);

        byte[] after = next.encrypt(SESSION, SUBJECT, IDENTITY);

        assertThat(next.decrypt(SESSION, SUBJECT, before)).isEqualTo(IDENTITY);
        assertThat(EncryptionKeyId.read(before)).isEqualTo(OLD.primary());
        assertThat(EncryptionKeyId.read(after)).isEqualTo(rotated.primary()).isNotEqualTo(OLD.primary());
    }

    @Test
    void once_nothing_is_sealed_under_it_nothing_needs_the_old_key() {
        TinkKeyset rotated = rotated();
        byte[] after = new TinkIdentityCipher(rotated).encrypt(SESSION, SUBJECT, IDENTITY);

        IdentityCipher alone = new TinkIdentityCipher(rotated.without(OLD.primary()));

        assertThat(alone.decrypt(SESSION, SUBJECT, after)).isEqualTo(IDENTITY);
    }

    @Test
    void a_node_that_only_knows_a_prepared_key_opens_what_another_sealed_with_it() {
        TinkKeyset prepared = OLD.withNewKey();
        TinkKeyset rotated = prepared.withPrimary(prepared.ids().get(1));

        byte[] ahead = new TinkIdentityCipher(rotated).encrypt(SESSION, SUBJECT, IDENTITY);

        assertThat(new TinkIdentityCipher(prepared).decrypt(SESSION, SUBJECT, ahead))
                .isEqualTo(IDENTITY);
    }

    @Test
    void a_missing_key_is_named_and_nothing_else() {
        byte[] sealed = seal.encrypt(SESSION, SUBJECT, IDENTITY);
        IdentityCipher stranger = new TinkIdentityCipher(StoreKeys.generate().identity());

        assertThatThrownBy(() -> stranger.decrypt(SESSION, SUBJECT, sealed))
                .isInstanceOf(StoreUnavailableException.class)
                .hasNoCause()
                .hasMessage("an identity is encrypted with key " + OLD.primary()
                        + ", which this process does not have; configure a key file that holds that key");
    }

    private static TinkKeyset rotated() {
        TinkKeyset both = OLD.withNewKey();
        return both.withPrimary(both.ids().get(1));
    }

    private static void assertRefused(Runnable opening) {
        assertThatThrownBy(opening::run)
                .isInstanceOf(StoreUnavailableException.class)
                .hasNoCause()
                .hasMessage("an identity cannot be decrypted: it was changed, or moved here from the row of another"
                        + " session");
    }
}
