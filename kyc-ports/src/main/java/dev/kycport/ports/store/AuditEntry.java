package dev.kycport.ports.store;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.session.SessionState;
import java.time.Instant;
import java.util.Optional;

/**
 * One event in a session. UIDAI's regulations require this log, 2 years live and 5 archived. Contains no number, VID,
 * code or identity data.
 *
 * @param kind the kind of event
 * @param from the state before
 * @param to the state after; the same if nothing changed
 * @param provider the session's provider at that time
 * @param call the provider call that was about to be made or had been made
 * @param code the code of the report, such as {@code otp.wrong-code} or {@code provider.timed-out}; for a verified identity
 *     {@code identity.left-out:} and the parts that came in an unexpected form, such as {@code photo}, if there are any
 * @param trace what to quote to the provider
 * @param number the number concerned, masked
 */
public record AuditEntry(
        SessionId session,
        Instant at,
        Kind kind,
        SessionState from,
        SessionState to,
        ProviderId provider,
        Optional<ProviderCall> call,
        Optional<String> code,
        Optional<VendorTrace> trace,
        Optional<MaskedNumber> number) {

    /** The kinds of events. */
    public enum Kind {
        /** A step of the person or the host that calls no provider. */
        STEP("step"),
        /** A provider is about to be called. */
        INTENT("intent"),
        /** A provider was called; the outcome. */
        OUTCOME("outcome"),
        /** The session expired, or a lost outcome was reconciled. */
        RECONCILED("settled"),
        /** The session failed over to another provider of the route. */
        FAILOVER("hop"),
        /** A rejection that has to be known, such as a return for another session. */
        REFUSED("refused");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The stable name, for stores and reports. */
        public String code() {
            return code;
        }
    }
}
