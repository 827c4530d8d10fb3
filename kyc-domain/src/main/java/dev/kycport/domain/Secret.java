package dev.kycport.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A text that only the provider may receive. It is never printed, is compared in constant time, has a constant hash and
 * cannot be serialized. {@link #reveal()} is the only way to its value, so a search for that name finds each place that
 * reads a secret; an architecture rule allows it to adapters alone.
 */
public abstract class Secret {

    private final String value;

    /** Stores the value; subclasses check its form. */
    protected Secret(String value) {
        this.value = value;
    }

    /** The value, for the call that needs it. Only adapters may call this. */
    public final String reveal() {
        return value;
    }

    /** The last four characters, for the kinds of which these may be shown. */
    protected final String lastFour() {
        return value.substring(value.length() - 4);
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Secret that
                && that.getClass() == getClass()
                && MessageDigest.isEqual(utf8(value), utf8(that.value));
    }

    /** The same for all secrets of a class, because a hash of six digits reveals them. */
    @Override
    public final int hashCode() {
        return getClass().hashCode();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[hidden]";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
