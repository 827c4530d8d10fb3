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
 * One thing that happened in a session: what UIDAI's regulations want logged and kept (2 years live, 5 archived), without
 * number, VID, code or identity data.
 *
 * @param kind what sort of thing
 * @param from the state before
 * @param to the state after; the same where nothing changed
 * @param provider who served the session at that time
 * @param call which call was about to be made or had been made
 * @param code the code of the report, such as {@code otp.wrong-code} or {@code provider.timed-out}
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

    /** The sorts of things that happen. */
    public enum Kind {
        /** A person or host did something that no provider is asked about. */
        STEP("step"),
        /** A provider is about to be called. */
        INTENT("intent"),
        /** A provider was called, and this is what came of it. */
        OUTCOME("outcome"),
        /** Time passed, or an outcome was lost, and this is what it means. */
        RECONCILED("settled"),
        /** Another provider of the route takes over. */
        FAILOVER("hop"),
        /** Something was refused that somebody should know of. */
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
