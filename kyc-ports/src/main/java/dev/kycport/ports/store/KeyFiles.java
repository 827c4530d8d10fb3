package dev.kycport.ports.store;

import java.nio.file.Path;
import java.util.List;

/**
 * The files that hold the keys of a store: made and changed by an operator, with no store open. A running process keeps the keys
 * that it started with. No method returns, prints or throws anything of a key but its id.
 *
 * <p>Every method throws {@link StoreUnavailableException} if the file cannot be read or written, is no key file, or can be
 * read by others; the message says what to do about it. A file is replaced as a whole or not at all.
 */
public interface KeyFiles {

    /**
     * Makes a file with new keys that only its owner can read.
     *
     * @throws StoreUnavailableException if there is a file of that name already: it is left as it is
     */
    Key create(Path file);

    /** The keys that seal identities, the oldest first. */
    List<Key> list(Path file);

    /**
     * Adds a key that opens but does not seal yet. With several nodes this comes before {@link #rotate}, so that every node
     * knows the key before the first seals with it.
     */
    Key prepare(Path file);

    /** Seals with the key that was prepared, or with a new one, from the next start on; the keys before it stay. */
    Key rotate(Path file);

    /**
     * Takes a key out for good.
     *
     * @param id as {@link #list} tells it
     * @param kept what the store has sealed
     * @throws StoreUnavailableException if there is no such key, it is the one that seals, something is sealed under it, or
     *     the store is not the one whose key it is: the file is left as it is
     */
    void retire(Path file, String id, KeyUsage kept);

    /**
     * One key, by what may be told of it.
     *
     * @param primary whether new identities are sealed under it; true for exactly one
     */
    record Key(String id, boolean primary) {}
}
