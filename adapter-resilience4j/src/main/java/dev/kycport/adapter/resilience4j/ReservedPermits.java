package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.ProviderReference;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The collections whose turns were taken along with the grant that opens them. A grant works once, and whose documents they are
 * may be told only then, so nothing of ours may come between the two.
 */
final class ReservedPermits {

    // Far more than steps under way at once: what is older was left by steps that broke off.
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

    /** Whether this collection is paid for; it is so once. */
    synchronized boolean consume(ProviderReference reference) {
        return references.remove(reference);
    }
}
