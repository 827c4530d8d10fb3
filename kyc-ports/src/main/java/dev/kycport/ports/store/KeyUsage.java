package dev.kycport.ports.store;

import java.util.Map;

/** What a store has sealed, and under which keys: what tells whether a key can be let go. Safe for use by many threads. */
@FunctionalInterface
public interface KeyUsage {

    /** No key is known, and nothing is sealed. */
    KeyUsage NONE = Map::of;

    /**
     * How many identities are stored under each key, by the key's id: under those that the store has and under those that it
     * lost. One that is not there is not the store's.
     *
     * @throws StoreUnavailableException if the store cannot be read
     */
    Map<String, Long> countByKey();
}
