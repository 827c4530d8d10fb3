package dev.kycport.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.StoreUnavailableException;
import dev.kycport.tck.Sample;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What stands between an identity and whoever holds the database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class TinkIdentitySealTest {

    private static final Keyset OLD = Keys.generate().identity();
    private static final SessionId SESSION = Sample.anySessionId();
    private static final SubjectRef SUBJECT = Sample.anySubject();
    private static final byte[] IDENTITY = "{\"name\":\"Asha Test Rao\"}".getBytes(StandardCharsets.UTF_8);

    private final IdentitySeal seal = new TinkIdentitySeal(OLD);

    @Test
    void what_was_sealed_opens() {
        byte[] sealed = seal.seal(SESSION, SUBJECT, IDENTITY);

        assertThat(seal.open(SESSION, SUBJECT, sealed)).isEqualTo(IDENTITY);
    }

    @Test
    void what_is_sealed_cannot_be_read() {
        byte[] sealed = seal.seal(SESSION, SUBJECT, IDENTITY);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Asha", "Test", "Rao", "name");
    }

    @Test
    void the_same_identity_never_looks_the_same_twice() {
        byte[] once = seal.seal(SESSION, SUBJECT, IDENTITY);
        byte[] twice = seal.seal(SESSION, SUBJECT, IDENTITY);

        assertThat(Arrays.copyOfRange(once, 10, once.length)).isNotEqualTo(Arrays.copyOfRange(twice, 10, twice.length));
    }

    @Test
    void it_does_not_open_in_the_row_of_another_session() {
        byte[] sealed = seal.seal(SESSION, SUBJECT, IDENTITY);

        assertRefused(() -> seal.open(Sample.anySessionId(), SUBJECT, sealed));
    }

    @Test
    void it_does_not_open_for_another_subject() {
        byte[] sealed = seal.seal(SESSION, SUBJECT, IDENTITY);

        assertRefused(() -> seal.open(SESSION, new SubjectRef("customer-4712"), sealed));
    }

    @Test
    void no_byte_of_it_can_be_changed() {
        byte[] sealed = seal.seal(SESSION, SUBJECT, IDENTITY);

        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> seal.open(SESSION, SUBJECT, changed))
                    .isInstanceOf(StoreUnavailableException.class);
        }
    }

    @Test
    void it_cannot_be_cut_short() {
        byte[] sealed = seal.seal(SESSION, SUBJECT, IDENTITY);

        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> seal.open(SESSION, SUBJECT, cut)).isInstanceOf(StoreUnavailableException.class);
        }
    }

    @Test
    void after_a_rotation_old_rows_open_and_new_rows_need_the_new_key() {
        byte[] before = seal.seal(SESSION, SUBJECT, IDENTITY);
        Keyset rotated = rotated();
        IdentitySeal next = new TinkIdentitySeal(rotated);

        byte[] after = next.seal(SESSION, SUBJECT, IDENTITY);

        assertThat(next.open(SESSION, SUBJECT, before)).isEqualTo(IDENTITY);
        assertThat(SealedUnder.key(before)).isEqualTo(OLD.primary());
        assertThat(SealedUnder.key(after)).isEqualTo(rotated.primary()).isNotEqualTo(OLD.primary());
    }

    @Test
    void once_nothing_is_sealed_under_it_nothing_needs_the_old_key() {
        Keyset rotated = rotated();
        byte[] after = new TinkIdentitySeal(rotated).seal(SESSION, SUBJECT, IDENTITY);

        IdentitySeal alone = new TinkIdentitySeal(rotated.without(OLD.primary()));

        assertThat(alone.open(SESSION, SUBJECT, after)).isEqualTo(IDENTITY);
    }

    @Test
    void a_node_that_only_knows_a_prepared_key_opens_what_another_sealed_with_it() {
        Keyset prepared = OLD.withOneMore();
        Keyset rotated = prepared.withPrimary(prepared.ids().get(1));

        byte[] ahead = new TinkIdentitySeal(rotated).seal(SESSION, SUBJECT, IDENTITY);

        assertThat(new TinkIdentitySeal(prepared).open(SESSION, SUBJECT, ahead)).isEqualTo(IDENTITY);
    }

    @Test
    void a_missing_key_is_named_and_nothing_else() {
        byte[] sealed = seal.seal(SESSION, SUBJECT, IDENTITY);
        IdentitySeal stranger = new TinkIdentitySeal(Keys.generate().identity());

        assertThatThrownBy(() -> stranger.open(SESSION, SUBJECT, sealed))
                .isInstanceOf(StoreUnavailableException.class)
                .hasNoCause()
                .hasMessage("an identity is sealed under key " + OLD.primary()
                        + ", which is not among the keys of this process; give it a key file that holds that key");
    }

    private static Keyset rotated() {
        Keyset both = OLD.withOneMore();
        return both.withPrimary(both.ids().get(1));
    }

    private static void assertRefused(Runnable opening) {
        assertThatThrownBy(opening::run)
                .isInstanceOf(StoreUnavailableException.class)
                .hasNoCause()
                .hasMessage("an identity does not open: it was changed, or moved here from the row of another session");
    }
}
