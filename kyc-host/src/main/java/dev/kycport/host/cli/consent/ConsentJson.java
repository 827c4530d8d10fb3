package dev.kycport.host.cli.consent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.consent.SubjectRef;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Consents as JSON by the names of ISO/IEC TS 27560:2023, with our own fields; docs/operations.md explains each name.
 */
public final class ConsentJson {

    /** The version of this format; an incompatible change gets another number. */
    static final String SCHEMA = "kycport-consent/1";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ConsentJson() {}

    public static ObjectNode of(SubjectRef person, List<ConsentRecord> records, Instant now) {
        ObjectNode json = NODES.objectNode().put("subject", person.value());
        ArrayNode consents = json.putArray("consents");
        records.forEach(record -> consents.add(of(record, now)));
        return json;
    }

    public static ObjectNode of(ConsentRecord record, Instant now) {
        ObjectNode json = NODES.objectNode();
        json.put("schema_version", SCHEMA);
        json.put("record_id", record.consent().id().value());
        json.put("pii_principal_id", record.consent().terms().subject().value());
        json.set("pii_processing", processing(record.consent()));
        json.set("events", ConsentEventJson.of(record.events()));
        json.put(
                "state",
                ConsentStatus.of(record.consent(), now, DateTimeFormatter.ISO_INSTANT)
                        .code()
                        .code());
        json.put("session", record.session().map(session -> session.value()).orElse(null));
        return json;
    }

    private static ObjectNode processing(Consent consent) {
        ConsentTerms terms = consent.terms();
        ObjectNode json = NODES.objectNode();
        json.set("privacy_notice", notice(terms.notice()));
        json.put("language", terms.notice().language());
        json.putArray("purposes").add(purpose(consent.id(), terms));
        return json;
    }

    private static ObjectNode notice(ConsentNotice notice) {
        return NODES.objectNode()
                .put("name", notice.name())
                .put("text", notice.text())
                .put("sha256", notice.sha256());
    }

    private static ObjectNode purpose(ConsentId id, ConsentTerms terms) {
        ObjectNode json = NODES.objectNode();
        json.put("purpose", terms.purpose().value());
        json.put("lawful_basis", "consent");
        ArrayNode information = json.putArray("pii_information");
        terms.dataItems().stream()
                .sorted()
                .forEach(item -> information.addObject().put("pii_type", item));
        ArrayNode recipients = json.putArray("recipient_third_parties");
        terms.recipients().stream()
                .map(ProviderId::value)
                .sorted()
                .forEach(party -> recipients.addObject().put("party_id", party));
        json.put("jurisdiction", "IN");
        json.put("withdrawal_method", Receipt.withdrawalCommand(id) + ", or the host's own way");
        return json;
    }
}
