package dev.kycport.ports.spi;

import dev.kycport.domain.Secret;

/** A key, password or client secret from the configuration. */
public final class Credential extends Secret {

    /** Wraps the configured value. */
    public Credential(String value) {
        super(value);
    }
}
