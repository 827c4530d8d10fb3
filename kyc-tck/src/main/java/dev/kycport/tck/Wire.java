package dev.kycport.tck;

import java.util.List;

/** What lies between a gateway and its provider, seen from the provider's side. Safe for use by many threads. */
public interface Wire extends AutoCloseable {

    /** How many requests the provider saw. */
    int requests();

    /** Which of them the provider saw more than once, without anything secret. */
    default List<String> repeats() {
        return requests() > 1 ? List.of(requests() + " requests where one is enough") : List.of();
    }

    /** Which requests were not as foreseen, and in what, without anything secret. */
    default List<String> mismatches() {
        return List.of();
    }

    /** Releases what it holds; the counts stay. */
    @Override
    default void close() {}
}
