package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.ProviderReference;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The document fetches whose permits were acquired together with the exchange of their grant. A grant works once, so
 * our own rate limit must not block what follows.
 */
final class ReservedPermits {

    // Far more than concurrent steps; older entries belong to steps that were aborted.
    private static final int MAX_RESERVATIONS = 20_000;

    private final Set<ProviderReference> references = new LinkedHashSet<>();

    synchronized void add(ProviderReference reference) {
        references.add(reference);
        if (references.size() > MAX_RESERVATIONS) {
            Iterator<ProviderReference> oldest = references.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** Whether permits are reserved for this reference; the first call uses them. */
    synchronized boolean consume(ProviderReference reference) {
        return references.remove(reference);
    }
}
