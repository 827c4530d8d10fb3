package dev.kycport.host.cli.consent;

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
        json.put("event_time", event.event().at().toString());
        json.put("event_type", EXPLICIT);
        event.event().match(new ConsentEventJson(json));
        json.put("position", event.position());
        event.hash().ifPresent(hash -> json.put("hash", hash));
    }

    @Override
    public ObjectNode asked(ConsentEvent.WasAsked event) {
        return state(ConsentStatus.State.REQUESTED, event);
    }

    @Override
    public ObjectNode given(ConsentEvent.WasGiven event) {
        return state(ConsentStatus.State.GIVEN, event)
                .put("validity_duration", event.validFor().toString())
                .put("method", event.method().code());
    }

    @Override
    public ObjectNode declined(ConsentEvent.WasDeclined event) {
        return state(ConsentStatus.State.REFUSED, event);
    }

    @Override
    public ObjectNode used(ConsentEvent.WasUsed event) {
        return state(ConsentStatus.State.GIVEN, event)
                .put("provider", event.use().recipient().value())
                .put("call", event.use().call().code())
                .put("session", event.use().session().value());
    }

    @Override
    public ObjectNode withdrawn(ConsentEvent.WasWithdrawn event) {
        return state(ConsentStatus.State.WITHDRAWN, event);
    }

    @Override
    public ObjectNode expired(ConsentEvent.HasExpired event) {
        return state(ConsentStatus.State.EXPIRED, event);
    }

    private ObjectNode state(ConsentStatus.State state, ConsentEvent event) {
        return json.put("event_state", state.code()).put("kind", event.code());
    }
}
