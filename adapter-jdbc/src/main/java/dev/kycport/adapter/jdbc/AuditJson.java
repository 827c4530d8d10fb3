package dev.kycport.adapter.jdbc;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.AuditEntry;

/** An entry of the audit trail as JSON. */
final class AuditJson {

    static final int FORMAT = 1;

    private AuditJson() {}

    static String write(AuditEntry entry) {
        return JsonDraft.inFormat(FORMAT)
                .put("session", entry.session().value())
                .at("at", entry.at())
                .put("kind", entry.kind().code())
                .put("from", entry.from().code())
                .put("to", entry.to().code())
                .put("provider", entry.provider().value())
                .put("call", entry.call().map(ProviderCall::code))
                .put("code", entry.code())
                .part("trace", entry.trace().map(AuditJson::write))
                .part("number", entry.number().map(IdentityJson::write))
                .text();
    }

    static AuditEntry read(String json) {
        JsonRecord record = JsonRecord.inFormat(FORMAT, json);
        return new AuditEntry(
                new SessionId(record.text("session")),
                record.time("at"),
                JsonRecord.named(AuditEntry.Kind.values(), AuditEntry.Kind::code, record.text("kind")),
                state(record.text("from")),
                state(record.text("to")),
                new ProviderId(record.text("provider")),
                record.maybe("call").map(AuditJson::call),
                record.maybe("code"),
                record.maybePart("trace").map(AuditJson::trace),
                record.maybePart("number").map(IdentityJson::number));
    }

    static ProviderCall call(String code) {
        return JsonRecord.named(ProviderCall.values(), ProviderCall::code, code);
    }

    private static SessionState state(String code) {
        return JsonRecord.named(SessionState.values(), SessionState::code, code);
    }

    private static JsonDraft write(VendorTrace trace) {
        return new JsonDraft()
                .put("provider", trace.provider().value())
                .put("transaction", trace.transaction())
                .put("vendorCode", trace.vendorCode())
                .put("httpStatus", trace.httpStatus());
    }

    private static VendorTrace trace(JsonRecord record) {
        return new VendorTrace(
                new ProviderId(record.text("provider")),
                record.maybe("transaction"),
                record.maybe("vendorCode"),
                record.maybeCount("httpStatus"));
    }
}
