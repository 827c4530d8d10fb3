package dev.kycport.http.internal.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.domain.SessionId;
import dev.kycport.ports.store.UnreadableRecordException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is stored of a hosted page.
 *
 * @param returnUrl where to send the person at the end
 * @param documents the codes of the documents to ask DigiLocker for
 * @param browser the hash of the cookie of the browser to which the page belongs; empty before the first step
 */
record PageRecord(
        SessionId session,
        Optional<String> returnUrl,
        String language,
        List<String> documents,
        Optional<String> browser) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    PageRecord {
        documents = List.copyOf(documents);
    }

    PageRecord claimedBy(String hash) {
        return new PageRecord(session, returnUrl, language, documents, Optional.of(hash));
    }

    String encode() {
        ObjectNode json =
                MAPPER.createObjectNode().put("session", session.value()).put("language", language);
        returnUrl.ifPresent(url -> json.put("returnUrl", url));
        ArrayNode codes = json.putArray("documents");
        documents.forEach(codes::add);
        browser.ifPresent(hash -> json.put("browser", hash));
        return json.toString();
    }

    static PageRecord decode(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            return new PageRecord(
                    new SessionId(json.path("session").asText()),
                    text(json, "returnUrl"),
                    json.path("language").asText(),
                    texts(json.path("documents")),
                    text(json, "browser"));
        } catch (JsonProcessingException | IllegalArgumentException damaged) {
            throw new UnreadableRecordException("a hosted page is stored in a row that is damaged");
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).map(JsonNode::asText);
    }
}
