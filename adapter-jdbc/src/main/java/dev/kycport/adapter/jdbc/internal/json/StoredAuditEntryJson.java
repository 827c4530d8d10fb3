package dev.kycport.adapter.jdbc.internal.json;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.store.AuditEntry;

/** An entry of the audit trail as JSON. */
public final class StoredAuditEntryJson {

    static final int FORMAT = 1;

    private StoredAuditEntryJson() {}

    public static String write(AuditEntry entry) {
        return JsonWriter.inFormat(FORMAT)
                .put("session", entry.session().value())
                .time("at", entry.at())
                .put("kind", entry.kind().code())
                .put("from", entry.from().code())
                .put("to", entry.to().code())
                .put("provider", entry.provider().value())
                .put("call", entry.call().map(ProviderCall::code))
                .put("code", entry.code())
                .part("trace", entry.trace().map(StoredAuditEntryJson::write))
                .part("number", entry.number().map(StoredIdentityJson::write))
                .text();
    }

    public static AuditEntry read(String json) {
        JsonReader record = JsonReader.inFormat(FORMAT, json);
        return new AuditEntry(
                new SessionId(record.text("session")),
                record.time("at"),
                JsonReader.byCode(AuditEntry.Kind.values(), AuditEntry.Kind::code, record.text("kind")),
                state(record.text("from")),
                state(record.text("to")),
                new ProviderId(record.text("provider")),
                record.optionalText("call").map(StoredAuditEntryJson::call),
                record.optionalText("code"),
                record.optionalPart("trace").map(StoredAuditEntryJson::trace),
                record.optionalPart("number").map(StoredIdentityJson::number));
    }

    static ProviderCall call(String code) {
        return JsonReader.byCode(ProviderCall.values(), ProviderCall::code, code);
    }

    private static SessionState state(String code) {
        return JsonReader.byCode(SessionState.values(), SessionState::code, code);
    }

    private static JsonWriter write(VendorTrace trace) {
        return new JsonWriter()
                .put("provider", trace.provider().value())
                .put("transaction", trace.transaction())
                .put("vendorCode", trace.vendorCode())
                .put("httpStatus", trace.httpStatus());
    }

    private static VendorTrace trace(JsonReader record) {
        return new VendorTrace(
                new ProviderId(record.text("provider")),
                record.optionalText("transaction"),
                record.optionalText("vendorCode"),
                record.optionalInt("httpStatus"));
    }
}
