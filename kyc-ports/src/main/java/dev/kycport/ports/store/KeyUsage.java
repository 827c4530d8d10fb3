package dev.kycport.ports.store;

import java.util.Map;

/** Counts the identities of a store by encryption key, which decides whether a key can be retired. Thread-safe. */
@FunctionalInterface
public interface KeyUsage {

    /** A store without encrypted identities. */
    KeyUsage NONE = Map::of;

    /**
     * The number of identities by key id, both for keys that the store has and for keys that it has lost. A key id that is
     * absent does not belong to the store.
     *
     * @throws StoreUnavailableException if the store cannot be read
     */
    Map<String, Long> countByKey();
}
