package dev.kycport.tck.sample;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.store.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Audit entries of every sort. */
public final class SampleAuditEntries {

    private SampleAuditEntries() {}

    static AuditEntry any(SessionId session) {
        return full(session, AuditEntry.Kind.OUTCOME, SessionState.AWAITING_OTP, ProviderCall.SEND_CODE);
    }

    static List<AuditEntry> every(SessionId session) {
        List<AuditEntry> entries = new ArrayList<>();
        for (AuditEntry.Kind kind : AuditEntry.Kind.values()) {
            entries.add(full(session, kind, SessionState.OPENED, ProviderCall.CONNECT));
        }
        for (SessionState state : SessionState.values()) {
            entries.add(full(session, AuditEntry.Kind.STEP, state, ProviderCall.VERIFY_CODE));
        }
        for (ProviderCall call : ProviderCall.values()) {
            entries.add(full(session, AuditEntry.Kind.INTENT, SessionState.AWAITING_OTP, call));
        }
        entries.add(bare(session));
        return entries;
    }

    /** An entry that is distinguished by its code. */
    public static AuditEntry coded(SessionId session, String code) {
        return new AuditEntry(
                session,
                SampleValues.NOW,
                AuditEntry.Kind.OUTCOME,
                SessionState.OPENED,
                SessionState.OPENED,
                SampleValues.anyProvider(),
                Optional.empty(),
                Optional.of(code),
                Optional.empty(),
                Optional.empty());
    }

    private static AuditEntry full(SessionId session, AuditEntry.Kind kind, SessionState to, ProviderCall call) {
        return new AuditEntry(
                session,
                SampleValues.NOW,
                kind,
                SessionState.CONSENTED,
                to,
                SampleValues.anyProvider(),
                Optional.of(call),
                Optional.of("source.down"),
                Optional.of(SampleValues.anyTrace()),
                Optional.of(MaskedNumber.ofVirtualId("7058")));
    }

    private static AuditEntry bare(SessionId session) {
        return new AuditEntry(
                session,
                SampleValues.NOW,
                AuditEntry.Kind.OUTCOME,
                SessionState.OPENED,
                SessionState.OPENED,
                SampleValues.anyProvider(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(VendorTrace.of(SampleValues.anyProvider())),
                Optional.empty());
    }
}
