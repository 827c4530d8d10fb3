package dev.kycport.tck;

import java.util.ArrayList;
import java.util.List;

/** A wire that only counts. */
final class ToyWire implements Wire {

    private final List<String> mismatches = new ArrayList<>();
    private int requests;

    void request() {
        requests++;
    }

    void mismatch(String line) {
        mismatches.add(line);
    }

    @Override
    public int requests() {
        return requests;
    }

    @Override
    public List<String> mismatches() {
        return List.copyOf(mismatches);
    }
}
