package dev.kycport.adapter.fake;

import dev.kycport.ports.StoreUnavailableException;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A bounded map in the order in which its values came. When it is full, a value that is over makes room for a new one, the
 * first that ended first; one that is still needed never does, so then there is no room. Not safe for use by many threads.
 */
final class Shelf<K, V> {

    private final Map<K, V> values = new LinkedHashMap<>();
    private final Set<K> over = new LinkedHashSet<>();
    private final String what;
    private final int most;

    /**
     * An empty one.
     *
     * @param what is kept here, for the message when it is full
     */
    Shelf(String what, int most) {
        this.what = what;
        this.most = most;
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(values.get(key));
    }

    /**
     * Puts a value in a place that it already has.
     *
     * @param isOver whether it may go when room is needed
     */
    void keep(K key, V value, boolean isOver) {
        values.put(key, value);
        if (isOver) {
            over.add(key);
        } else {
            over.remove(key);
        }
    }

    /**
     * Finds a place for a new value, if need be that of one that is over.
     *
     * @param isStale whether the oldest value, though not known to be over, can go by now
     * @throws StoreUnavailableException if there is none
     */
    void makeRoom(Predicate<V> isStale) {
        if (values.size() >= most && !dropOver() && !dropOldest(isStale)) {
            throw new StoreUnavailableException("the memory store holds " + most + " live " + what
                    + ", which is as many as it may; use a durable store or wait until some are over");
        }
    }

    Collection<V> values() {
        return Collections.unmodifiableCollection(values.values());
    }

    int size() {
        return values.size();
    }

    private boolean dropOver() {
        Iterator<K> oldest = over.iterator();
        if (!oldest.hasNext()) {
            return false;
        }
        values.remove(oldest.next());
        oldest.remove();
        return true;
    }

    private boolean dropOldest(Predicate<V> isStale) {
        Iterator<V> oldest = values.values().iterator();
        if (!oldest.hasNext() || !isStale.test(oldest.next())) {
            return false;
        }
        oldest.remove();
        return true;
    }
}
