package dev.kycport.adapter.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that nobody but their owner may read, where the file system knows owners. */
final class OwnerOnlyFiles {

    private OwnerOnlyFiles() {}

    /** Makes the folder, and those above it, if it is not there; what was made outlives a power cut. */
    static void createFolder(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath();
        Path above = whole.getParent();
        if (above != null && Files.notExists(whole)) {
            createFolder(above);
            Files.createDirectories(whole, ownerOnly(whole, "rwx------"));
            sync(above);
        }
    }

    /** Makes the file, empty, if it is not there. */
    static void createFile(Path file) throws IOException {
        try {
            Files.createFile(file, ownerOnly(file, "rw-------"));
        } catch (FileAlreadyExistsException there) {
            return;
        }
    }

    /** Makes sure that what was made or deleted in the folder outlives a power cut. */
    static void sync(Path folder) throws IOException {
        if (supportsPermissions(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        return supportsPermissions(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean supportsPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
