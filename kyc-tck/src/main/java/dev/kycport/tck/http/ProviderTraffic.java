package dev.kycport.tck.http;

import java.util.List;

/** What lies between a gateway and its provider, seen from the provider's side. Safe for use by many threads. */
public interface ProviderTraffic extends AutoCloseable {

    /** How many requests the provider saw. */
    int requestCount();

    /** Which of them the provider saw more than once, without anything secret. */
    default List<String> repeatedRequests() {
        return requestCount() > 1 ? List.of(requestCount() + " requests where one is enough") : List.of();
    }

    /** Which requests were not as foreseen, and in what, without anything secret. */
    default List<String> mismatches() {
        return List.of();
    }

    /** Releases what it holds; the counts stay. */
    @Override
    default void close() {}
}
