package dev.kycport.adapter.fake;

import dev.kycport.domain.ProviderReference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The provider's sides of sessions, by the references it gave out. It forgets them after a day, since no session lives
 * longer, and the oldest when there are too many. Safe for use by many threads.
 */
final class ReferenceCache<S> {

    private static final Duration LIFE = Duration.ofHours(24);

    private final Map<ProviderReference, Entry<S>> entries = new LinkedHashMap<>();
    private final ReferenceGenerator generator;
    private final InstantSource clock;
    private final int maxEntries;

    ReferenceCache(ReferenceGenerator referenceGenerator, InstantSource clock, int maxEntries) {
        this.generator = referenceGenerator;
        this.clock = clock;
        this.maxEntries = maxEntries;
    }

    synchronized ProviderReference register(S side) {
        Instant now = clock.instant();
        makeRoom(now);
        ProviderReference reference = generator.nextReference();
        entries.put(reference, new Entry<>(side, now.plus(LIFE)));
        return reference;
    }

    synchronized Optional<S> find(ProviderReference reference) {
        Instant now = clock.instant();
        return Optional.ofNullable(entries.get(reference))
                .filter(entry -> entry.isAlive(now))
                .map(Entry::side);
    }

    /** Whether it was there until now: of many who forget the same one, one hears yes. */
    synchronized boolean remove(ProviderReference reference) {
        return entries.remove(reference) != null;
    }

    synchronized int size() {
        return entries.size();
    }

    private void makeRoom(Instant now) {
        Iterator<Entry<S>> oldestFirst = entries.values().iterator();
        while (oldestFirst.hasNext()) {
            if (oldestFirst.next().isAlive(now) && entries.size() < maxEntries) {
                return;
            }
            oldestFirst.remove();
        }
    }

    private record Entry<S>(S side, Instant until) {
        boolean isAlive(Instant now) {
            return now.isBefore(until);
        }
    }
}
