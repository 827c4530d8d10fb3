package dev.kycport.host.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.domain.consent.ConsentEvent;
import java.util.List;

/** What happened to a consent as JSON: the state it led to by the standard's names, then what is ours. */
record ConsentEventJson(ObjectNode json) implements ConsentEvent.Cases<ObjectNode> {

    // What TS 27560 calls consent that somebody gives by an act of their own.
    private static final String EXPLICIT = "explicit";

    static ArrayNode of(List<ConsentRecord.Event> events) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        events.forEach(event -> fill(json.addObject(), event));
        return json;
    }

    private static void fill(ObjectNode json, ConsentRecord.Event event) {
        json.put("event_time", event.what().at().toString());
        json.put("event_type", EXPLICIT);
        event.what().match(new ConsentEventJson(json));
        json.put("position", event.position());
        event.hash().ifPresent(hash -> json.put("hash", hash));
    }

    @Override
    public ObjectNode asked(ConsentEvent.WasAsked event) {
        return state(ConsentStanding.Word.REQUESTED, event);
    }

    @Override
    public ObjectNode given(ConsentEvent.WasGiven event) {
        return state(ConsentStanding.Word.GIVEN, event)
                .put("validity_duration", event.validFor().toString())
                .put("method", event.method().code());
    }

    @Override
    public ObjectNode declined(ConsentEvent.WasDeclined event) {
        return state(ConsentStanding.Word.REFUSED, event);
    }

    @Override
    public ObjectNode used(ConsentEvent.WasUsed event) {
        return state(ConsentStanding.Word.GIVEN, event)
                .put("provider", event.use().recipient().value())
                .put("call", event.use().call().code())
                .put("session", event.use().session().value());
    }

    @Override
    public ObjectNode withdrawn(ConsentEvent.WasWithdrawn event) {
        return state(ConsentStanding.Word.WITHDRAWN, event);
    }

    @Override
    public ObjectNode expired(ConsentEvent.HasExpired event) {
        return state(ConsentStanding.Word.EXPIRED, event);
    }

    private ObjectNode state(ConsentStanding.Word state, ConsentEvent event) {
        return json.put("event_state", state.code()).put("kind", event.code());
    }
}
