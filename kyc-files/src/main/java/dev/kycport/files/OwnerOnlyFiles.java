package dev.kycport.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that only their owner can read, where the file system has owners. */
public final class OwnerOnlyFiles {

    private OwnerOnlyFiles() {}

    /** Creates the folder and its missing parents; they survive a power cut. An existing folder keeps its permissions. */
    public static void createFolder(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        Path parent = absolute.getParent();
        // A link to a folder counts as a folder.
        if (parent != null && !Files.isDirectory(absolute)) {
            createFolder(parent);
            Files.createDirectories(absolute, permissions(absolute, "rwx------"));
            syncFolder(parent);
        }
    }

    /** Creates an empty file; an existing file stays as it is. */
    public static void createFile(Path file) throws IOException {
        try {
            Files.createFile(file, permissions(file, "rw-------"));
        } catch (FileAlreadyExistsException exists) {
            return;
        }
    }

    /** Makes sure that files created, renamed or deleted in the folder survive a power cut. */
    public static void syncFolder(Path folder) throws IOException {
        // Elsewhere a folder cannot be opened.
        if (hasOwners(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Whether the file system has owners and permissions as POSIX defines them. */
    public static boolean hasOwners(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] permissions(Path path, String permissions) {
        return hasOwners(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
