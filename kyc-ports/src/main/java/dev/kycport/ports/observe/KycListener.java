package dev.kycport.ports.observe;

import dev.kycport.ports.store.AuditTrail;

/**
 * A host's ear: told of what happens in sessions, and never asked. Each event is told once the state it speaks of is stored,
 * on the thread of the step that led to it; a process that dies between the two tells it never, so that whoever must miss
 * nothing reads the {@link AuditTrail}.
 *
 * <p>Called by many threads at once, also about one session. What it throws is caught and logged once for each listener. A
 * listener that takes its time delays the answer to that one step and nothing else: the state is stored, and other steps,
 * also of the same session, go on. It may call the service.
 */
@FunctionalInterface
public interface KycListener {

    /** This happened. */
    void onEvent(KycEvent event);
}
