package dev.kycport.adapter.jdbc.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.ports.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file with the keys of a store: who can read it, and what happens when several processes want one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class KeyFileTest {

    private static final int PROCESSES = 8;

    @TempDir
    private Path folder;

    @Test
    void what_was_written_is_read() {
        StoreKeys storeKeys = StoreKeys.generate();

        boolean created = file().create(storeKeys);

        assertThat(created).isTrue();
        assertThat(file().read().reveal()).isEqualTo(storeKeys.reveal());
    }

    @Test
    void only_its_owner_can_read_it() throws IOException {
        file().create(StoreKeys.generate());

        assertThat(Files.getPosixFilePermissions(path())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_file_that_exists_is_not_overwritten() {
        StoreKeys first = StoreKeys.generate();
        file().create(first);

        boolean created = file().create(StoreKeys.generate());

        assertThat(created).isFalse();
        assertThat(file().read().reveal()).isEqualTo(first.reveal());
    }

    @Test
    void of_many_that_make_it_at_once_all_read_the_same_keys() throws Exception {
        ExecutorService processes = Executors.newFixedThreadPool(PROCESSES);
        Callable<String> starting = () -> {
            file().create(StoreKeys.generate());
            return file().read().reveal();
        };
        try {
            List<Future<String>> read = processes.invokeAll(
                    Stream.generate(() -> starting).limit(PROCESSES).toList());

            assertThat(read).extracting(Future::get).containsOnly(file().read().reveal());
        } finally {
            processes.shutdownNow();
        }
    }

    @Test
    void replaced_keys_take_the_place_of_the_old_ones_and_stay_private() throws IOException {
        file().create(StoreKeys.generate());
        StoreKeys next = StoreKeys.generate();

        file().replace(next);

        assertThat(file().read().reveal()).isEqualTo(next.reveal());
        assertThat(Files.getPosixFilePermissions(path())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_link_still_points_to_the_file_that_was_replaced() throws IOException {
        file().create(StoreKeys.generate());
        Path link = Files.createSymbolicLink(folder.resolve("link"), path());
        StoreKeys next = StoreKeys.generate();

        new KeyFile(link).replace(next);

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(file().read().reveal()).isEqualTo(next.reveal());
    }

    @Test
    void nothing_is_left_behind() throws IOException {
        file().create(StoreKeys.generate());
        file().create(StoreKeys.generate());
        file().replace(StoreKeys.generate());

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(path());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rwx--x---", "rw-rw-rw-"})
    void a_file_that_others_can_touch_is_refused(String permissions) throws IOException {
        file().create(StoreKeys.generate());
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(() -> file().read())
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("the key file " + path() + " must be readable by its owner only: chmod 600 " + path());
    }

    @Test
    void a_missing_file_is_named_with_the_way_to_make_one() {
        assertThatThrownBy(() -> file().read())
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("there is no key file " + path() + ". Make a key file with: kyc keys new FILE");
    }

    @Test
    void a_folder_that_is_not_there_is_one_clear_message() {
        KeyFile nowhere = new KeyFile(folder.resolve("missing/kyc.keys"));

        assertThatThrownBy(() -> nowhere.create(StoreKeys.generate()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("the key file " + nowhere.path() + " cannot be written");
    }

    @Test
    void a_file_that_is_far_too_large_is_not_read() throws IOException {
        file().create(StoreKeys.generate());
        Files.writeString(path(), "{".repeat(100_000));

        assertThatThrownBy(() -> file().read()).hasMessage(path() + " is too large to be a key file");
    }

    private Path path() {
        return folder.resolve("kyc.keys");
    }

    private KeyFile file() {
        return new KeyFile(path());
    }
}
