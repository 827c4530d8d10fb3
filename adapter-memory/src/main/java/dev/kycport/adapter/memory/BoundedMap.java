package dev.kycport.adapter.memory;

import dev.kycport.ports.store.StoreUnavailableException;
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
final class BoundedMap<K, V> {

    private final Map<K, V> values = new LinkedHashMap<>();
    private final Set<K> finished = new LinkedHashSet<>();
    private final String what;
    private final int maxEntries;

    /**
     * An empty one.
     *
     * @param what is kept here, for the message when it is full
     */
    BoundedMap(String what, int maxEntries) {
        this.what = what;
        this.maxEntries = maxEntries;
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(values.get(key));
    }

    /**
     * Puts a value in a place that it already has.
     *
     * @param isFinished whether it may go when room is needed
     */
    void put(K key, V value, boolean isFinished) {
        values.put(key, value);
        if (isFinished) {
            finished.add(key);
        } else {
            finished.remove(key);
        }
    }

    void remove(K key) {
        values.remove(key);
        finished.remove(key);
    }

    /**
     * Finds a place for a new value, if need be that of one that is over.
     *
     * @param isStale whether the oldest value, though not known to be over, can go by now
     * @throws StoreUnavailableException if there is none
     */
    void makeRoom(Predicate<V> isStale) {
        if (values.size() >= maxEntries && !evictFinished() && !evictOldest(isStale)) {
            throw new StoreUnavailableException("the memory store holds " + maxEntries + " live " + what
                    + ", which is as many as it may; use a durable store or wait until some are over");
        }
    }

    Collection<V> values() {
        return Collections.unmodifiableCollection(values.values());
    }

    int size() {
        return values.size();
    }

    private boolean evictFinished() {
        Iterator<K> oldest = finished.iterator();
        if (!oldest.hasNext()) {
            return false;
        }
        values.remove(oldest.next());
        oldest.remove();
        return true;
    }

    private boolean evictOldest(Predicate<V> isStale) {
        Iterator<V> oldest = values.values().iterator();
        if (!oldest.hasNext() || !isStale.test(oldest.next())) {
            return false;
        }
        oldest.remove();
        return true;
    }
}
