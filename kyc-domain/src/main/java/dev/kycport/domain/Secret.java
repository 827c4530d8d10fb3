package dev.kycport.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A text that must reach the provider and nobody else: it prints as nothing, is compared in constant time, has no telling
 * hash and cannot be serialised. {@link #reveal()} is the one way to its value, so every place that reads a secret is found
 * by searching for that name; an architecture rule lets only adapters call it.
 */
public abstract class Secret {

    private final String value;

    /** Keeps the value; its form is the business of the subclass. */
    protected Secret(String value) {
        this.value = value;
    }

    /** The value itself, for the one call that needs it. Only adapters may ask. */
    public final String reveal() {
        return value;
    }

    /** The end of it, for the kinds whose last four digits may be shown. */
    protected final String lastFour() {
        return value.substring(value.length() - 4);
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Secret that
                && that.getClass() == getClass()
                && MessageDigest.isEqual(utf8(value), utf8(that.value));
    }

    /** The same for all secrets of a kind: a hash of six digits would tell them. */
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
