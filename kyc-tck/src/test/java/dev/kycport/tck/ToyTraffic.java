package dev.kycport.tck;

import dev.kycport.tck.http.ProviderTraffic;
import java.util.ArrayList;
import java.util.List;

/** A wire that only counts. */
final class ToyTraffic implements ProviderTraffic {

    private final List<String> mismatches = new ArrayList<>();
    private int requests;

    synchronized void request() {
        requests++;
    }

    synchronized void mismatch(String line) {
        mismatches.add(line);
    }

    @Override
    public synchronized int requestCount() {
        return requests;
    }

    @Override
    public synchronized List<String> mismatches() {
        return List.copyOf(mismatches);
    }
}
