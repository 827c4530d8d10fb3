package dev.kycport.adapter.jdbc;

import static java.util.stream.Collectors.toSet;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.digilocker.AuthorizationOffer;
import dev.kycport.domain.digilocker.AuthorizationSnapshot;
import dev.kycport.domain.digilocker.AuthorizationState;
import dev.kycport.domain.identity.DocumentType;
import java.net.URI;

/** An authorization challenge as JSON. */
final class AuthorizationJson {

    private AuthorizationJson() {}

    static JsonDraft write(AuthorizationSnapshot authorization) {
        return new JsonDraft()
                .put("kind", Words.of(authorization.kind()))
                .at("since", authorization.since())
                .part("offer", authorization.offer().map(AuthorizationJson::write))
                .at("expiresAt", authorization.expiresAt());
    }

    static AuthorizationSnapshot read(JsonRecord record) {
        return new AuthorizationSnapshot(
                JsonRecord.named(AuthorizationSnapshot.Kind.values(), Words::of, record.text("kind")),
                record.maybeTime("since"),
                record.maybePart("offer").map(AuthorizationJson::offer),
                record.maybeTime("expiresAt"));
    }

    private static JsonDraft write(AuthorizationOffer offer) {
        return new JsonDraft()
                .put("reference", offer.reference().value())
                .put("url", offer.url().toString())
                .put("state", offer.state().value())
                .sorted(
                        "documents",
                        offer.documents().stream().map(DocumentType::code).toList());
    }

    private static AuthorizationOffer offer(JsonRecord record) {
        return new AuthorizationOffer(
                new ProviderReference(record.text("reference")),
                URI.create(record.text("url")),
                new AuthorizationState(record.text("state")),
                record.texts("documents")
                        .map(code -> DocumentType.named(code).orElseThrow(JsonRecord::damaged))
                        .collect(toSet()));
    }
}
