package dev.kycport.adapter.jdbc.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.ports.store.KeyFiles;
import dev.kycport.ports.store.KeyUsage;
import dev.kycport.ports.store.StoreUnavailableException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does with key files. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class JdbcKeyFilesTest {

    private final KeyFiles files = new JdbcKeyFiles();

    @TempDir
    private Path folder;

    private Path file;
    private KeyFiles.Key first;

    @BeforeEach
    void make() {
        file = folder.resolve("kyc.keys");
        first = files.create(file);
    }

    @Test
    void a_new_file_has_one_key_that_seals() {
        assertThat(first.primary()).isTrue();
        assertThat(files.list(file)).containsExactly(first);
    }

    @Test
    void a_file_is_never_made_over_another() {
        assertThatThrownBy(() -> files.create(file))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage(file + " exists already and was not changed");
        assertThat(files.list(file)).containsExactly(first);
    }

    @Test
    void a_rotation_seals_with_a_new_key_and_keeps_the_old_one() {
        KeyFiles.Key second = files.rotate(file);

        assertThat(second.primary()).isTrue();
        assertThat(files.list(file)).containsExactly(new KeyFiles.Key(first.id(), false), second);
    }

    @Test
    void a_rotation_leaves_the_key_for_numbers_alone() {
        String before = new KeyFile(file).read().numbers().reveal();

        files.rotate(file);

        assertThat(new KeyFile(file).read().numbers().reveal()).isEqualTo(before);
    }

    @Test
    void a_prepared_key_waits_for_the_rotation() {
        KeyFiles.Key prepared = files.prepare(file);

        assertThat(prepared.primary()).isFalse();
        assertThat(files.list(file)).containsExactly(first, prepared);
        assertThat(files.rotate(file)).isEqualTo(new KeyFiles.Key(prepared.id(), true));
        assertThat(files.list(file))
                .containsExactly(new KeyFiles.Key(first.id(), false), new KeyFiles.Key(prepared.id(), true));
    }

    @Test
    void preparing_twice_prepares_one_key() {
        KeyFiles.Key prepared = files.prepare(file);

        KeyFiles.Key again = files.prepare(file);

        assertThat(again).isEqualTo(prepared);
        assertThat(files.list(file)).containsExactly(first, prepared);
    }

    @Test
    void an_old_key_under_which_nothing_is_sealed_can_go() {
        KeyFiles.Key second = files.rotate(file);

        files.retire(file, first.id(), () -> Map.of(first.id(), 0L, second.id(), 7L));

        assertThat(files.list(file)).containsExactly(second);
    }

    @Test
    void an_old_key_under_which_something_is_sealed_stays() {
        KeyFiles.Key second = files.rotate(file);

        assertThatThrownBy(() -> files.retire(file, first.id(), () -> Map.of(first.id(), 2L)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("key " + first.id() + " still encrypts 2 stored identities; they are erased within a day");
        assertThat(files.list(file)).containsExactly(new KeyFiles.Key(first.id(), false), second);
    }

    @Test
    void an_old_key_stays_if_the_store_that_was_asked_is_another() {
        KeyFiles.Key second = files.rotate(file);

        assertThatThrownBy(() -> files.retire(file, first.id(), () -> Map.of("7", 0L)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("the store has no key " + first.id());
        assertThat(files.list(file)).containsExactly(new KeyFiles.Key(first.id(), false), second);
    }

    @Test
    void the_key_that_seals_stays() {
        assertThatThrownBy(() -> files.retire(file, first.id(), KeyUsage.NONE))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("key " + first.id() + " encrypts new identities; replace it first with: kyc keys rotate "
                        + file);
        assertThat(files.list(file)).containsExactly(first);
    }

    @Test
    void a_key_that_is_not_there_is_not_retired() {
        assertThatThrownBy(() -> files.retire(file, "12", KeyUsage.NONE))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage(file + " holds no key with that id");
    }
}
