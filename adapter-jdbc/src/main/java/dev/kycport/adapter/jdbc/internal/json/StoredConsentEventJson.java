package dev.kycport.adapter.jdbc.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kycport.domain.ProviderCall;
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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * An event of a consent as JSON. The text is what the ledger hashes, so it is never written anew once it is stored.
 *
 * @param terms of the question
 * @param method of the answer
 * @param validFor of the answer
 * @param use of a use
 */
public record StoredConsentEventJson(
        @JsonProperty("v") int version,
        @JsonProperty("consent") ConsentId consent,
        @JsonProperty("at") Instant at,
        @JsonProperty("kind") ConsentEventType type,
        @JsonProperty("terms") Optional<Terms> terms,
        @JsonProperty("method") Optional<ConsentMethod> method,
        @JsonProperty("validFor") Optional<Duration> validFor,
        @JsonProperty("use") Optional<Use> use)
        implements StoredJson.Versioned {

    public static String write(ConsentEvent event) {
        Optional<ConsentEvent.WasGiven> given = only(ConsentEvent.WasGiven.class, event);
        return StoredJson.write(new StoredConsentEventJson(
                StoredJson.FORMAT,
                event.consent(),
                event.at(),
                ConsentEventType.of(event),
                only(ConsentEvent.WasAsked.class, event).map(asked -> Terms.of(asked.terms())),
                given.map(ConsentEvent.WasGiven::method),
                given.map(ConsentEvent.WasGiven::validFor),
                only(ConsentEvent.WasUsed.class, event).map(used -> Use.of(used.use()))));
    }

    public static ConsentEvent read(String json) {
        return StoredJson.read(json, StoredConsentEventJson.class).toEvent();
    }

    private ConsentEvent toEvent() {
        return switch (type) {
            case ASKED -> new ConsentEvent.WasAsked(consent, at, required(terms).toDomain());
            case GIVEN -> new ConsentEvent.WasGiven(consent, at, required(method), required(validFor));
            case DECLINED -> new ConsentEvent.WasDeclined(consent, at);
            case USED -> new ConsentEvent.WasUsed(consent, at, required(use).toDomain());
            case WITHDRAWN -> new ConsentEvent.WasWithdrawn(consent, at);
            case EXPIRED -> new ConsentEvent.HasExpired(consent, at);
        };
    }

    private static <E extends ConsentEvent> Optional<E> only(Class<E> type, ConsentEvent event) {
        return Optional.of(event).filter(type::isInstance).map(type::cast);
    }

    private static <T> T required(Optional<T> part) {
        return part.orElseThrow(StoredJson::damaged);
    }

    /** Both lists are sorted, so that the same set is always the same JSON. */
    record Terms(
            @JsonProperty("notice") String notice,
            @JsonProperty("language") String language,
            @JsonProperty("text") String text,
            @JsonProperty("purpose") Purpose purpose,
            @JsonProperty("dataItems") List<String> dataItems,
            @JsonProperty("recipients") List<ProviderId> recipients,
            @JsonProperty("subject") SubjectRef subject) {

        static Terms of(ConsentTerms terms) {
            return new Terms(
                    terms.notice().name(),
                    terms.notice().language(),
                    terms.notice().text(),
                    terms.purpose(),
                    terms.dataItems().stream().sorted().toList(),
                    terms.recipients().stream()
                            .sorted(Comparator.comparing(ProviderId::value))
                            .toList(),
                    terms.subject());
        }

        ConsentTerms toDomain() {
            return new ConsentTerms(
                    new ConsentNotice(notice, language, text),
                    purpose,
                    new HashSet<>(dataItems),
                    new HashSet<>(recipients),
                    subject);
        }
    }

    record Use(
            @JsonProperty("session") SessionId session,
            @JsonProperty("subject") SubjectRef subject,
            @JsonProperty("purpose") Purpose purpose,
            @JsonProperty("recipient") ProviderId recipient,
            @JsonProperty("call") ProviderCall call) {

        static Use of(ConsentUse use) {
            return new Use(use.session(), use.subject(), use.purpose(), use.recipient(), use.call());
        }

        ConsentUse toDomain() {
            return new ConsentUse(session, subject, purpose, recipient, call);
        }
    }
}
