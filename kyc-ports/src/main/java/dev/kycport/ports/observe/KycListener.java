package dev.kycport.ports.observe;

import dev.kycport.ports.store.AuditTrail;

/**
 * Receives the events of sessions. An event is delivered after the state that it describes is stored, on the thread of
 * the step that caused it. If the process dies between the two, the event is never delivered: a consumer that must not
 * miss any reads the {@link AuditTrail}.
 *
 * <p>Called by many threads at once, also for one session. An exception is caught, and logged once for each listener. A
 * slow listener delays the answer to its own step only: the state is already stored, and other steps, also of the same
 * session, continue. A listener may call the service.
 */
@FunctionalInterface
public interface KycListener {

    /** Called for each event. */
    void onEvent(KycEvent event);
}
