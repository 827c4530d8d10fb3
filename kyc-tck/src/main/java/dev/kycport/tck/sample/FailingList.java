package dev.kycport.tck.sample;

import java.util.AbstractList;

/** Two elements, of which the second cannot be had: what a write meets that fails half way. */
public final class FailingList<T> extends AbstractList<T> {

    private final T first;

    public FailingList(T first) {
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
