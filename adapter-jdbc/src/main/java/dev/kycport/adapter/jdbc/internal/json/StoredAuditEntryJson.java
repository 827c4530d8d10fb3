package dev.kycport.adapter.jdbc.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.store.AuditEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** An entry of the audit trail as JSON. */
public record StoredAuditEntryJson(
        @JsonProperty("v") int version,
        @JsonProperty("session") SessionId session,
        @JsonProperty("at") Instant at,
        @JsonProperty("kind") AuditEntry.Kind kind,
        @JsonProperty("from") SessionState from,
        @JsonProperty("to") SessionState to,
        @JsonProperty("provider") ProviderId provider,
        @JsonProperty("call") Optional<ProviderCall> call,
        @JsonProperty("code") Optional<String> code,
        @JsonProperty("trace") Optional<Trace> trace,
        @JsonProperty("number") Optional<StoredIdentityJson.MaskedDigits> number)
        implements StoredJson.Versioned {

    public static String write(AuditEntry entry) {
        return StoredJson.write(new StoredAuditEntryJson(
                StoredJson.FORMAT,
                entry.session(),
                entry.at(),
                entry.kind(),
                entry.from(),
                entry.to(),
                entry.provider(),
                entry.call(),
                entry.code(),
                entry.trace().map(Trace::of),
                entry.number().map(StoredIdentityJson.MaskedDigits::of)));
    }

    public static AuditEntry read(String json) {
        StoredAuditEntryJson entry = StoredJson.read(json, StoredAuditEntryJson.class);
        return new AuditEntry(
                entry.session,
                entry.at,
                entry.kind,
                entry.from,
                entry.to,
                entry.provider,
                entry.call,
                entry.code,
                entry.trace.map(Trace::toDomain),
                entry.number.map(StoredIdentityJson.MaskedDigits::toDomain));
    }

    record Trace(
            @JsonProperty("provider") ProviderId provider,
            @JsonProperty("transaction") Optional<String> transaction,
            @JsonProperty("vendorCode") Optional<String> vendorCode,
            @JsonProperty("httpStatus") OptionalInt httpStatus) {

        static Trace of(VendorTrace trace) {
            return new Trace(trace.provider(), trace.transaction(), trace.vendorCode(), trace.httpStatus());
        }

        VendorTrace toDomain() {
            return new VendorTrace(provider, transaction, vendorCode, httpStatus);
        }
    }
}
