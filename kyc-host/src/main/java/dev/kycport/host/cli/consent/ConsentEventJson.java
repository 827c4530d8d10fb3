package dev.kycport.host.cli.consent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.domain.consent.ConsentEvent;
import java.util.List;

/** The events of a consent as JSON: the state by the name of the standard, then our own fields. */
record ConsentEventJson(ObjectNode json) implements ConsentEvent.Cases<ObjectNode> {

    // The term of TS 27560 for consent given by an action of the person.
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
        return state(ConsentStatus.Code.REQUESTED, event);
    }

    @Override
    public ObjectNode given(ConsentEvent.WasGiven event) {
        return state(ConsentStatus.Code.GIVEN, event)
                .put("validity_duration", event.validFor().toString())
                .put("method", event.method().code());
    }

    @Override
    public ObjectNode declined(ConsentEvent.WasDeclined event) {
        return state(ConsentStatus.Code.REFUSED, event);
    }

    @Override
    public ObjectNode used(ConsentEvent.WasUsed event) {
        return state(ConsentStatus.Code.GIVEN, event)
                .put("provider", event.use().recipient().value())
                .put("call", event.use().call().code())
                .put("session", event.use().session().value());
    }

    @Override
    public ObjectNode withdrawn(ConsentEvent.WasWithdrawn event) {
        return state(ConsentStatus.Code.WITHDRAWN, event);
    }

    @Override
    public ObjectNode expired(ConsentEvent.HasExpired event) {
        return state(ConsentStatus.Code.EXPIRED, event);
    }

    private ObjectNode state(ConsentStatus.Code state, ConsentEvent event) {
        return json.put("event_state", state.code()).put("kind", event.code());
    }
}
