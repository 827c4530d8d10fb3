package dev.kycport.endurance;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Every call that the vendor saw, and every one that made no sense to it. Safe for use by many threads. */
final class Sightings {

    private final Map<Subject, Queue<Sighting>> calls = new ConcurrentHashMap<>();
    private final Queue<String> senseless = new ConcurrentLinkedQueue<>();
    private final Set<Subject> fresh = ConcurrentHashMap.newKeySet();
    private final AtomicLong count = new AtomicLong();

    void add(Sighting sighting) {
        calls.computeIfAbsent(sighting.subject(), subject -> new ConcurrentLinkedQueue<>())
                .add(sighting);
        fresh.add(sighting.subject());
        count.incrementAndGet();
    }

    /** A call that no session can have led to. */
    void wonder(String what) {
        senseless.add(what);
    }

    List<Sighting> of(Subject subject) {
        return List.copyOf(calls.getOrDefault(subject, new ConcurrentLinkedQueue<>()));
    }

    List<Sighting> all() {
        return calls.values().stream().flatMap(Queue::stream).toList();
    }

    /** Everyone seen since this was last asked. */
    Set<Subject> takeFresh() {
        Set<Subject> taken = Set.copyOf(fresh);
        fresh.removeAll(taken);
        return taken;
    }

    List<String> senseless() {
        return List.copyOf(senseless);
    }

    long count() {
        return count.get();
    }
}
