package dev.kycport.adapter.jdbc.internal.json;

import static java.util.stream.Collectors.toSet;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.domain.consent.Purpose;
import dev.kycport.domain.consent.SubjectRef;
import java.time.Duration;
import java.time.Instant;

/** An event of a consent as JSON. The text is what the ledger hashes, so it is never written anew once it is stored. */
public final class StoredConsentEventJson {

    static final int FORMAT = 1;

    private StoredConsentEventJson() {}

    public static String write(ConsentEvent event) {
        JsonWriter draft = JsonWriter.inFormat(FORMAT)
                .put("consent", event.consent().value())
                .time("at", event.at())
                .put("kind", event.code());
        if (event instanceof ConsentEvent.WasAsked asked) {
            draft.part("terms", write(asked.terms()));
        }
        if (event instanceof ConsentEvent.WasGiven given) {
            draft.put("method", given.method().code())
                    .put("validFor", given.validFor().toString());
        }
        if (event instanceof ConsentEvent.WasUsed used) {
            draft.part("use", write(used.use()));
        }
        return draft.text();
    }

    public static ConsentEvent read(String json) {
        JsonReader record = JsonReader.inFormat(FORMAT, json);
        ConsentId consent = new ConsentId(record.text("consent"));
        Instant at = record.time("at");
        return switch (JsonReader.byCode(ConsentEventType.values(), ConsentEventType::code, record.text("kind"))) {
            case ASKED -> new ConsentEvent.WasAsked(consent, at, terms(record.part("terms")));
            case GIVEN ->
                new ConsentEvent.WasGiven(
                        consent, at, method(record.text("method")), Duration.parse(record.text("validFor")));
            case DECLINED -> new ConsentEvent.WasDeclined(consent, at);
            case USED -> new ConsentEvent.WasUsed(consent, at, use(record.part("use")));
            case WITHDRAWN -> new ConsentEvent.WasWithdrawn(consent, at);
            case EXPIRED -> new ConsentEvent.HasExpired(consent, at);
        };
    }

    private static JsonWriter write(ConsentTerms terms) {
        return new JsonWriter()
                .put("notice", terms.notice().name())
                .put("language", terms.notice().language())
                .put("text", terms.notice().text())
                .put("purpose", terms.purpose().value())
                .sorted("dataItems", terms.dataItems())
                .sorted(
                        "recipients",
                        terms.recipients().stream().map(ProviderId::value).toList())
                .put("subject", terms.subject().value());
    }

    private static ConsentTerms terms(JsonReader record) {
        return new ConsentTerms(
                new ConsentNotice(record.text("notice"), record.text("language"), record.text("text")),
                new Purpose(record.text("purpose")),
                record.texts("dataItems").collect(toSet()),
                record.texts("recipients").map(ProviderId::new).collect(toSet()),
                new SubjectRef(record.text("subject")));
    }

    private static JsonWriter write(ConsentUse use) {
        return new JsonWriter()
                .put("session", use.session().value())
                .put("subject", use.subject().value())
                .put("purpose", use.purpose().value())
                .put("recipient", use.recipient().value())
                .put("call", use.call().code());
    }

    private static ConsentUse use(JsonReader record) {
        return new ConsentUse(
                new SessionId(record.text("session")),
                new SubjectRef(record.text("subject")),
                new Purpose(record.text("purpose")),
                new ProviderId(record.text("recipient")),
                StoredAuditEntryJson.call(record.text("call")));
    }

    private static ConsentMethod method(String code) {
        return JsonReader.byCode(ConsentMethod.values(), ConsentMethod::code, code);
    }
}
