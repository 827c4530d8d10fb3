package dev.kycport.ports.spi;

import dev.kycport.ports.store.KeyFiles;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.Stores;
import java.util.List;
import java.util.Optional;

/**
 * Opens stores. Found by {@code ServiceLoader} and chosen by {@code kyc.store.url}. Needs a public constructor without
 * parameters, which does nothing.
 */
public interface StoreFactory {

    /** Whether it opens this URL, such as {@code memory} or {@code jdbc:sqlite:}. */
    boolean supports(String url);

    /** All keys that it reads in {@code kyc.store}, except {@code url}, for a URL that it supports. */
    List<Setting<?>> settings(String url);

    /**
     * Whether the data is lost with the process. {@code profile = production} refuses such a store, because consents
     * must stay on record.
     */
    default boolean isDevelopmentOnly() {
        return false;
    }

    /**
     * Opens the stores.
     *
     * @throws StoreUnavailableException if they cannot be opened; the message says what the operator should do
     */
    Stores open(String url, Settings settings);

    /**
     * Whether nodes on several machines can share the stores of that URL. In production they then share an archive, or
     * collect the folders, so that its place must be configured.
     */
    default boolean isShared(String url) {
        return false;
    }

    /**
     * For a command that looks after stores: an empty one, made by the command itself, would report that all is well.
     *
     * @throws StoreUnavailableException if {@link #open} would create the stores of that URL; where only opening can
     *     tell, this does nothing
     */
    default void requireExisting(String url) {}

    /** The key files of its stores; empty if they have none. */
    default Optional<KeyFiles> keyFiles() {
        return Optional.empty();
    }
}
