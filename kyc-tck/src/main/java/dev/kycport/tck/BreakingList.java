package dev.kycport.tck;

import java.util.AbstractList;

/** Two elements, of which the second cannot be had: what a write meets that fails half way. */
final class BreakingList<T> extends AbstractList<T> {

    private final T first;

    BreakingList(T first) {
        this.first = first;
    }

    @Override
    public T get(int index) {
        if (index == 0) {
            return first;
        }
        throw new IllegalStateException("broken on purpose");
    }

    @Override
    public int size() {
        return 2;
    }
}
