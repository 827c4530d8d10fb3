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
final class References<S> {

    private static final Duration LIFE = Duration.ofHours(24);

    private final Map<ProviderReference, Held<S>> held = new LinkedHashMap<>();
    private final Names names;
    private final InstantSource time;
    private final int most;

    References(Names names, InstantSource time, int most) {
        this.names = names;
        this.time = time;
        this.most = most;
    }

    synchronized ProviderReference open(S side) {
        Instant now = time.instant();
        makeRoom(now);
        ProviderReference reference = names.reference();
        held.put(reference, new Held<>(side, now.plus(LIFE)));
        return reference;
    }

    synchronized Optional<S> find(ProviderReference reference) {
        Instant now = time.instant();
        return Optional.ofNullable(held.get(reference))
                .filter(entry -> entry.isAlive(now))
                .map(Held::side);
    }

    /** Whether it was there until now: of many who forget the same one, one hears yes. */
    synchronized boolean forget(ProviderReference reference) {
        return held.remove(reference) != null;
    }

    synchronized int size() {
        return held.size();
    }

    private void makeRoom(Instant now) {
        Iterator<Held<S>> oldestFirst = held.values().iterator();
        while (oldestFirst.hasNext()) {
            if (oldestFirst.next().isAlive(now) && held.size() < most) {
                return;
            }
            oldestFirst.remove();
        }
    }

    private record Held<S>(S side, Instant until) {
        boolean isAlive(Instant now) {
            return now.isBefore(until);
        }
    }
}
