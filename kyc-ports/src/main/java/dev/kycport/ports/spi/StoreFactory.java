package dev.kycport.ports.spi;

import dev.kycport.ports.store.KeyFiles;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.Stores;
import java.util.List;
import java.util.Optional;

/**
 * How a place to keep things is found: by {@code ServiceLoader}, and chosen by {@code kyc.store.url}. Needs a public
 * constructor without parameters, and does nothing until asked.
 */
public interface StoreFactory {

    /** Whether this URL is one of its kind, such as {@code memory} or {@code jdbc:sqlite:}. */
    boolean supports(String url);

    /** Every key it understands in {@code kyc.store} besides {@code url}, where the URL is one that it opens. */
    List<Setting<?>> settings(String url);

    /**
     * Whether what it keeps is gone with the process. Under {@code profile = production} such a one is refused, since a consent
     * has to stay on record.
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

    /** How the key files of its stores are made and changed; empty if they have none. */
    default Optional<KeyFiles> keyFiles() {
        return Optional.empty();
    }
}
