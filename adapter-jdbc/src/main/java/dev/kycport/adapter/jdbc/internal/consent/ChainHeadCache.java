package dev.kycport.adapter.jdbc.internal.consent;

import dev.kycport.domain.consent.ConsentId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The heads of the chains that were read or written most recently: a caller reads a chain before appending to it. The cache only
 * saves a query; the database decides.
 */
final class ChainHeadCache {

    private static final int MAX_ENTRIES = 4096;

    private final Map<ConsentId, ChainHead> heads = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ConsentId, ChainHead> eldest) {
            return size() > MAX_ENTRIES;
        }
    };

    synchronized void remember(ConsentId consent, int position, String hash) {
        heads.remove(consent);
        heads.put(consent, new ChainHead(position, hash));
    }

    synchronized void forget(ConsentId consent) {
        heads.remove(consent);
    }

    /** The hash of the entry at that position, if it is the cached head. */
    synchronized Optional<String> hashAt(ConsentId consent, int position) {
        return Optional.ofNullable(heads.get(consent))
                .filter(head -> head.position() == position)
                .map(ChainHead::hash);
    }

    private record ChainHead(int position, String hash) {}
}
