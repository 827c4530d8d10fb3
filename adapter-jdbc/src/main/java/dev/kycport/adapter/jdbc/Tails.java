package dev.kycport.adapter.jdbc;

import dev.kycport.domain.consent.ConsentId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last links of the chains that were read or written last: whoever adds to a chain has just read it. Only a hint, which
 * spares a query; the database decides.
 */
final class Tails {

    private static final int MOST = 4096;

    private final Map<ConsentId, Tail> tails = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ConsentId, Tail> eldest) {
            return size() > MOST;
        }
    };

    synchronized void remember(ConsentId consent, int position, String hash) {
        tails.remove(consent);
        tails.put(consent, new Tail(position, hash));
    }

    synchronized void forget(ConsentId consent) {
        tails.remove(consent);
    }

    /** The hash of the link at that position, if that is the last one known. */
    synchronized Optional<String> hash(ConsentId consent, int position) {
        return Optional.ofNullable(tails.get(consent))
                .filter(tail -> tail.position() == position)
                .map(Tail::hash);
    }

    private record Tail(int position, String hash) {}
}
