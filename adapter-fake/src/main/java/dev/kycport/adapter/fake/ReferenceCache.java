package dev.kycport.adapter.fake;

import dev.kycport.domain.ProviderReference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The provider's sides of sessions, by the references it gave out. It forgets them after a day, since no session lives
 * longer, and the oldest when there are too many. The side of a reference that an earlier run or another node gave out is
 * made again from what the reference says. Safe for use by many threads.
 */
final class ReferenceCache<S> {

    private static final Duration LIFE = Duration.ofHours(24);

    private final Map<ProviderReference, Entry<S>> entries = new LinkedHashMap<>();
    private final Map<ProviderReference, Boolean> removedForeign = new LinkedHashMap<>();
    private final ReferenceGenerator generator;
    private final InstantSource clock;
    private final int maxEntries;
    private final Form<S> form;

    ReferenceCache(ReferenceGenerator referenceGenerator, InstantSource clock, int maxEntries, Form<S> form) {
        this.generator = referenceGenerator;
        this.clock = clock;
        this.maxEntries = maxEntries;
        this.form = form;
    }

    synchronized ProviderReference register(S side) {
        Instant now = clock.instant();
        ProviderReference reference = generator.nextReference(form.kind() + ":" + form.write(side), now);
        add(reference, side, now);
        return reference;
    }

    synchronized Optional<S> find(ProviderReference reference) {
        Instant now = clock.instant();
        return Optional.ofNullable(entries.get(reference))
                .or(() -> restore(reference))
                .filter(entry -> entry.isAlive(now))
                .map(Entry::side);
    }

    /** Whether it was there until now: of many who forget the same one, one hears yes. */
    synchronized boolean remove(ProviderReference reference) {
        boolean found = find(reference).isPresent();
        entries.remove(reference);
        if (generator.readForeign(reference).isPresent()) {
            removedForeign.put(reference, true);
            trim(removedForeign);
        }
        return found;
    }

    synchronized int size() {
        return entries.size();
    }

    private Optional<Entry<S>> restore(ProviderReference reference) {
        if (removedForeign.containsKey(reference)) {
            return Optional.empty();
        }
        return generator
                .readForeign(reference)
                .flatMap(given -> read(given.content()).map(side -> add(reference, side, given.at())));
    }

    private Optional<S> read(String content) {
        String prefix = form.kind() + ":";
        return content.startsWith(prefix)
                ? Optional.of(form.reader().apply(content.substring(prefix.length())))
                : Optional.empty();
    }

    private Entry<S> add(ProviderReference reference, S side, Instant since) {
        makeRoom(clock.instant());
        Entry<S> entry = new Entry<>(side, since.plus(LIFE));
        entries.put(reference, entry);
        return entry;
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

    private void trim(Map<ProviderReference, Boolean> oldestFirst) {
        Iterator<ProviderReference> references = oldestFirst.keySet().iterator();
        while (oldestFirst.size() > maxEntries) {
            references.next();
            references.remove();
        }
    }

    /**
     * How a side is written into its reference.
     *
     * @param kind tells the references of one cache from those of another
     * @param writer the side as letters, digits and {@code _ + -}
     * @param reader the side again, as far as the text tells it
     */
    record Form<S>(String kind, Function<S, String> writer, Function<String, S> reader) {

        private String write(S side) {
            return writer.apply(side);
        }
    }

    private record Entry<S>(S side, Instant until) {
        boolean isAlive(Instant now) {
            return now.isBefore(until);
        }
    }
}
