package dev.kycport.ports.store;

import java.nio.file.Path;
import java.util.List;

/**
 * Creates and changes the key files of a store, while no store is open. A running process uses the keys that it read at
 * start. No method returns, prints or throws anything of a key but its id.
 *
 * <p>Every method throws {@link StoreUnavailableException} if the file cannot be read or written, is not a key file, or
 * is readable by others than its owner; the message says what to do. A file is replaced atomically.
 */
public interface KeyFiles {

    /**
     * Creates a file with new keys, readable only by its owner.
     *
     * @throws StoreUnavailableException if a file of that name exists: it is not changed
     */
    Key create(Path file);

    /** The keys that encrypt identities, oldest first. */
    List<Key> list(Path file);

    /**
     * Adds a key that decrypts but does not encrypt yet. With several nodes this comes before {@link #rotate}, so that
     * each node knows the key before the first node encrypts with it.
     */
    Key prepare(Path file);

    /** From the next start on, encrypts with the prepared key, or with a new one. The earlier keys stay in the file. */
    Key rotate(Path file);

    /**
     * Removes a key from the file.
     *
     * @param id as {@link #list} returns it
     * @param kept how many identities the store has under each key
     * @throws StoreUnavailableException if there is no such key, it is the primary key, identities are encrypted under
     *     it, or the store does not belong to the file: the file is not changed
     */
    void retire(Path file, String id, KeyUsage kept);

    /**
     * The public facts about a key.
     *
     * @param primary whether new identities are encrypted under it; true for exactly one key
     */
    record Key(String id, boolean primary) {}
}
