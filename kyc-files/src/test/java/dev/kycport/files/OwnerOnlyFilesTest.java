package dev.kycport.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnerOnlyFilesTest {

    @TempDir
    private Path folder;

    @Test
    void created_folders_and_files_are_readable_by_their_owner_only() throws IOException {
        Path inner = folder.resolve("outer").resolve("inner");
        OwnerOnlyFiles.createFolder(inner);
        OwnerOnlyFiles.createFile(inner.resolve("file"));

        assertThat(permissions(inner.getParent())).isEqualTo("rwx------");
        assertThat(permissions(inner)).isEqualTo("rwx------");
        assertThat(permissions(inner.resolve("file"))).isEqualTo("rw-------");
    }

    @Test
    void what_exists_keeps_its_permissions_and_content() throws IOException {
        Path open = Files.createDirectory(
                folder.resolve("open"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Path file = Files.writeString(open.resolve("file"), "content");

        OwnerOnlyFiles.createFolder(open);
        OwnerOnlyFiles.createFile(file);

        assertThat(permissions(open)).isEqualTo("rwxr-xr-x");
        assertThat(file).hasContent("content");
    }

    @Test
    void a_link_to_a_folder_counts_as_a_folder() throws IOException {
        Path target = Files.createDirectory(folder.resolve("target"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);

        OwnerOnlyFiles.createFolder(link);
        OwnerOnlyFiles.createFile(link.resolve("file"));

        assertThat(target.resolve("file")).exists();
    }

    @Test
    void a_folder_below_a_file_cannot_be_created() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> OwnerOnlyFiles.createFolder(file.resolve("below")))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void a_folder_can_be_synchronized() throws IOException {
        OwnerOnlyFiles.createFile(folder.resolve("file"));

        OwnerOnlyFiles.syncFolder(folder);

        assertThat(OwnerOnlyFiles.hasOwners(folder)).isTrue();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
