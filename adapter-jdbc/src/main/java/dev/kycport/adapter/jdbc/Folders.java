package dev.kycport.adapter.jdbc;

import dev.kycport.ports.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Places in the file system that are their owner's alone, where the file system knows owners. */
final class Folders {

    private Folders() {}

    /** Makes a folder unless there is one, which is left as it is. */
    static void make(Path folder) {
        try {
            // Where a link leads to a folder there is one.
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, only(folder, "rwx------"));
            }
        } catch (IOException failed) {
            throw new StoreUnavailableException("the folder " + folder + " cannot be made", failed);
        }
    }

    /** Makes an empty file unless there is one, which is left as it is. */
    static void makeFile(Path file) {
        try {
            Files.createFile(file, only(file, "rw-------"));
        } catch (FileAlreadyExistsException fine) {
            return;
        } catch (IOException failed) {
            throw new StoreUnavailableException("the file " + file + " cannot be made", failed);
        }
    }

    /** Whether the file system knows owners. */
    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] only(Path path, String owner) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(owner))}
                : new FileAttribute<?>[0];
    }
}
