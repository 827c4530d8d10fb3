package dev.kycport.adapter.jdbc.internal.crypto;

import dev.kycport.files.OwnerOnlyFiles;
import dev.kycport.ports.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A file with the keys of a store; only its owner can read it. */
record KeyFile(Path path) {

    private static final int MAX_SIZE = 64 * 1024;

    /** Reads the keys. */
    StoreKeys read() {
        try {
            requireOwnerOnly();
            if (Files.size(path) > MAX_SIZE) {
                throw new StoreUnavailableException(path + " is too large to be a key file");
            }
            return StoreKeys.parse(path.toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException missing) {
            throw new StoreUnavailableException("there is no key file " + path + ". " + StoreKeys.CREATE_HINT);
        } catch (IOException unreadable) {
            throw new StoreUnavailableException("the key file " + path + " cannot be read", unreadable);
        }
    }

    /** Creates the file; returns false if it exists already, which also decides between two concurrent calls. */
    boolean create(StoreKeys keys) {
        return write(keys, draft -> {
            try {
                // Unlike a move, a link never replaces another file.
                Files.createLink(path, draft);
                return true;
            } catch (FileAlreadyExistsException exists) {
                return false;
            }
        });
    }

    /** Replaces the keys in the file atomically. */
    void replace(StoreKeys keys) {
        write(keys, draft -> {
            Path target = path.toRealPath();
            Files.setOwner(draft, Files.getOwner(target));
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            return true;
        });
    }

    /** The folder of the file. */
    Path folder() {
        return path.toAbsolutePath().resolveSibling("");
    }

    private boolean write(StoreKeys keys, Installer installer) {
        Path folder = folder();
        try {
            // Readable by its owner only, as every temporary file of Java.
            Path draft = Files.createTempFile(folder, path.getFileName().toString(), ".new");
            try {
                writeAndSync(draft, keys.reveal().getBytes(StandardCharsets.ISO_8859_1));
                boolean installed = installer.install(draft);
                OwnerOnlyFiles.syncFolder(folder);
                return installed;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException | UnsupportedOperationException unwritable) {
            throw new StoreUnavailableException("the key file " + path + " cannot be written", unwritable);
        }
    }

    private void requireOwnerOnly() throws IOException {
        if (OwnerOnlyFiles.hasOwners(path)) {
            Set<PosixFilePermission> others = Files.getPosixFilePermissions(path);
            others.removeIf(permission -> permission.name().startsWith("OWNER_"));
            if (!others.isEmpty()) {
                throw new StoreUnavailableException(
                        "the key file " + path + " must be readable by its owner only: chmod 600 " + path);
            }
        }
    }

    private static void writeAndSync(Path draft, byte[] content) throws IOException {
        try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                file.write(left);
            }
            file.force(true);
        }
    }

    @FunctionalInterface
    private interface Installer {
        boolean install(Path draft) throws IOException;
    }
}
