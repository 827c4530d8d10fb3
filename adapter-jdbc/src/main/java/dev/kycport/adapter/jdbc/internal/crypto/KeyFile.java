package dev.kycport.adapter.jdbc.internal.crypto;

import dev.kycport.adapter.jdbc.internal.database.OwnerOnlyPaths;
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
import java.util.EnumSet;
import java.util.Set;

/** A file that holds the keys of a store; only its owner can read it. */
record KeyFile(Path path) {

    private static final int MAX_SIZE = 64 * 1024;
    private static final Set<PosixFilePermission> OWNER_READ_WRITE =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /** The keys in it. */
    StoreKeys read() {
        try {
            requireOwnerOnly();
            if (Files.size(path) > MAX_SIZE) {
                throw new StoreUnavailableException(path + " is too large to be a key file");
            }
            return StoreKeys.parse(path.toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException missing) {
            throw new StoreUnavailableException("there is no key file " + path + ". " + ErrorHints.MAKE_KEYS);
        } catch (IOException unreadable) {
            throw new StoreUnavailableException("the key file " + path + " cannot be read", unreadable);
        }
    }

    /** Writes a new file; false if there was one already, which is left as it is. Of two at the same moment one wins. */
    boolean create(StoreKeys storeKeys) {
        return write(storeKeys, draft -> {
            try {
                // Unlike a move, a link never takes the place of another file.
                Files.createLink(path, draft);
                return true;
            } catch (FileAlreadyExistsException exists) {
                return false;
            }
        });
    }

    /** Puts other keys in the place of those in the file, all of them or, if it fails, none. */
    void replace(StoreKeys storeKeys) {
        write(storeKeys, draft -> {
            Path target = path.toRealPath();
            Files.setOwner(draft, Files.getOwner(target));
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            return true;
        });
    }

    /** Where it is or would be. */
    Path folder() {
        return path.toAbsolutePath().resolveSibling("");
    }

    private boolean write(StoreKeys storeKeys, Installer installer) {
        Path folder = folder();
        try {
            Path draft = Files.createTempFile(folder, path.getFileName().toString(), ".new");
            try {
                restrictToOwner(draft);
                writeAndSync(draft, storeKeys.reveal().getBytes(StandardCharsets.ISO_8859_1));
                boolean installed = installer.install(draft);
                syncFolder(folder);
                return installed;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException | UnsupportedOperationException unwritable) {
            throw new StoreUnavailableException("the key file " + path + " cannot be written", unwritable);
        }
    }

    private void requireOwnerOnly() throws IOException {
        if (OwnerOnlyPaths.isPosix(path)) {
            Set<PosixFilePermission> others = Files.getPosixFilePermissions(path);
            others.removeIf(permission -> permission.name().startsWith("OWNER_"));
            if (!others.isEmpty()) {
                throw new StoreUnavailableException(
                        "the key file " + path + " is open to others than its owner; close it with: chmod 600 " + path);
            }
        }
    }

    private static void restrictToOwner(Path draft) throws IOException {
        if (OwnerOnlyPaths.isPosix(draft)) {
            Files.setPosixFilePermissions(draft, OWNER_READ_WRITE);
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

    // Where a folder can be opened at all; elsewhere the file system looks after its names itself.
    private static void syncFolder(Path folder) throws IOException {
        if (OwnerOnlyPaths.isPosix(folder)) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    @FunctionalInterface
    private interface Installer {
        boolean install(Path draft) throws IOException;
    }
}
