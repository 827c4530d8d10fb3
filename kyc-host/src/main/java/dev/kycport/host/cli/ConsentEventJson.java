package dev.kycport.host.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.domain.consent.ConsentEvent;
import java.util.List;

/** What happened to a consent as JSON: the state it led to by the standard's names, then what is ours. */
final class ConsentEventJson {

    // What TS 27560 calls consent that somebody gives by an act of their own.
    private static final String EXPLICIT = "explicit";

    private ConsentEventJson() {}

    static ArrayNode of(List<ConsentRecord.Event> events) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        events.forEach(event -> fill(json.addObject(), event));
        return json;
    }

    private static void fill(ObjectNode json, ConsentRecord.Event event) {
        json.put("event_time", event.what().at().toString());
        json.put("event_type", EXPLICIT);
        fill(json, event.what());
        json.put("position", event.position());
        event.hash().ifPresent(hash -> json.put("hash", hash));
    }

    private static void fill(ObjectNode json, ConsentEvent event) {
        if (event instanceof ConsentEvent.WasAsked) {
            state(json, ConsentStanding.Word.REQUESTED, "asked");
        } else if (event instanceof ConsentEvent.WasGiven given) {
            state(json, ConsentStanding.Word.GIVEN, "given");
            json.put("validity_duration", given.validFor().toString());
            json.put("method", given.method().code());
        } else if (event instanceof ConsentEvent.WasDeclined) {
            state(json, ConsentStanding.Word.REFUSED, "declined");
        } else if (event instanceof ConsentEvent.WasUsed used) {
            state(json, ConsentStanding.Word.GIVEN, "used");
            json.put("provider", used.use().recipient().value());
            json.put("call", used.use().call().code());
            json.put("session", used.use().session().value());
        } else if (event instanceof ConsentEvent.WasWithdrawn) {
            state(json, ConsentStanding.Word.WITHDRAWN, "withdrawn");
        } else {
            state(json, ConsentStanding.Word.EXPIRED, "expired");
        }
    }

    private static void state(ObjectNode json, ConsentStanding.Word state, String kind) {
        json.put("event_state", state.code());
        json.put("kind", kind);
    }
}
