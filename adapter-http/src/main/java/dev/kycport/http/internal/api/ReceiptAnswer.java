package dev.kycport.http.internal.api;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.store.ConsentLedger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The receipt of a session's consent: what was asked, and every event of the ledger in order. */
final class ReceiptAnswer {

    private final ConsentLedger ledger;

    ReceiptAnswer(ConsentLedger ledger) {
        this.ledger = ledger;
    }

    Map<String, Object> of(KycSession session) {
        List<ConsentEvent> events = ledger.events(session.header().consent());
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("consent", session.header().consent().value());
        map.put("session", session.id().value());
        map.put("subject", session.header().subject().value());
        events.stream()
                .filter(ConsentEvent.WasAsked.class::isInstance)
                .map(ConsentEvent.WasAsked.class::cast)
                .findFirst()
                .ifPresent(asked -> putTerms(map, asked.terms()));
        map.put("events", events.stream().map(ReceiptAnswer::event).toList());
        return map;
    }

    private static void putTerms(Map<String, Object> map, ConsentTerms terms) {
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("name", terms.notice().name());
        notice.put("language", terms.notice().language());
        notice.put("text", terms.notice().text());
        notice.put("sha256", terms.notice().sha256());
        map.put("notice", notice);
        map.put("purpose", terms.purpose().value());
        map.put("data", terms.dataItems().stream().sorted().toList());
        map.put(
                "recipients",
                terms.recipients().stream().map(ProviderId::value).sorted().toList());
    }

    private static Map<String, Object> event(ConsentEvent event) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("at", event.at().toString());
        map.put("kind", event.code());
        if (event instanceof ConsentEvent.WasGiven given) {
            map.put("method", given.method().code());
            map.put("validUntil", given.at().plus(given.validFor()).toString());
        }
        if (event instanceof ConsentEvent.WasUsed used) {
            map.put("provider", used.use().recipient().value());
            map.put("call", used.use().call().code());
        }
        return map;
    }
}
