package dev.kycport.adapter.jdbc;

import dev.kycport.ports.StoreUnavailableException;
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

    private static final int LARGEST = 64 * 1024;
    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /** The keys in it. */
    Keys read() {
        try {
            refuseIfOthersCanRead();
            if (Files.size(path) > LARGEST) {
                throw new StoreUnavailableException(path + " is too large to be a key file");
            }
            return Keys.parse(path.toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException missing) {
            throw new StoreUnavailableException("there is no key file " + path + ". " + Advice.MAKE_KEYS);
        } catch (IOException unreadable) {
            throw new StoreUnavailableException("the key file " + path + " cannot be read", unreadable);
        }
    }

    /** Writes a new file; false if there was one already, which is left as it is. Of two at the same moment one wins. */
    boolean create(Keys keys) {
        return written(keys, draft -> {
            try {
                // Unlike a move, a link never takes the place of another file.
                Files.createLink(path, draft);
                return true;
            } catch (FileAlreadyExistsException somebodyWasFaster) {
                return false;
            }
        });
    }

    /** Puts other keys in the place of those in the file, all of them or, if it fails, none. */
    void replace(Keys keys) {
        written(keys, draft -> {
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

    private boolean written(Keys keys, Placing placing) {
        Path folder = folder();
        try {
            Path draft = Files.createTempFile(folder, path.getFileName().toString(), ".new");
            try {
                ownersOnly(draft);
                flush(draft, keys.reveal().getBytes(StandardCharsets.ISO_8859_1));
                boolean placed = placing.place(draft);
                flushNames(folder);
                return placed;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException | UnsupportedOperationException unwritable) {
            throw new StoreUnavailableException("the key file " + path + " cannot be written", unwritable);
        }
    }

    private void refuseIfOthersCanRead() throws IOException {
        if (Folders.isPosix(path)) {
            Set<PosixFilePermission> others = Files.getPosixFilePermissions(path);
            others.removeIf(permission -> permission.name().startsWith("OWNER_"));
            if (!others.isEmpty()) {
                throw new StoreUnavailableException(
                        "the key file " + path + " is open to others than its owner; close it with: chmod 600 " + path);
            }
        }
    }

    private static void ownersOnly(Path draft) throws IOException {
        if (Folders.isPosix(draft)) {
            Files.setPosixFilePermissions(draft, OWNERS);
        }
    }

    private static void flush(Path draft, byte[] content) throws IOException {
        try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                file.write(left);
            }
            file.force(true);
        }
    }

    // Where a folder can be opened at all; elsewhere the file system looks after its names itself.
    private static void flushNames(Path folder) throws IOException {
        if (Folders.isPosix(folder)) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    @FunctionalInterface
    private interface Placing {
        boolean place(Path draft) throws IOException;
    }
}
