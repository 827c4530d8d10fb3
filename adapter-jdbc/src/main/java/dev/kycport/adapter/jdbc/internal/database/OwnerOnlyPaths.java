package dev.kycport.adapter.jdbc.internal.database;

import dev.kycport.ports.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Places in the file system that are their owner's alone, where the file system knows owners. */
public final class OwnerOnlyPaths {

    private OwnerOnlyPaths() {}

    /** Makes a folder unless there is one, which is left as it is. */
    public static void createFolder(Path folder) {
        try {
            // Where a link leads to a folder there is one.
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
            }
        } catch (IOException failed) {
            throw new StoreUnavailableException("the folder " + folder + " cannot be made", failed);
        }
    }

    /** Makes an empty file unless there is one, which is left as it is. */
    public static void createFile(Path file) {
        try {
            Files.createFile(file, ownerOnly(file, "rw-------"));
        } catch (FileAlreadyExistsException exists) {
            return;
        } catch (IOException failed) {
            throw new StoreUnavailableException("the file " + file + " cannot be made", failed);
        }
    }

    /** Whether the file system knows owners. */
    public static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String owner) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(owner))}
                : new FileAttribute<?>[0];
    }
}
