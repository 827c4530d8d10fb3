package dev.kycport.adapter.jdbc.internal.json;

import static java.util.stream.Collectors.toSet;

import dev.kycport.adapter.jdbc.internal.database.EnumCodes;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.digilocker.AuthorizationRequest;
import dev.kycport.domain.digilocker.AuthorizationSnapshot;
import dev.kycport.domain.digilocker.OAuthState;
import dev.kycport.domain.identity.DocumentType;
import java.net.URI;

/** An authorization challenge as JSON. */
final class StoredAuthorizationJson {

    private StoredAuthorizationJson() {}

    static JsonWriter write(AuthorizationSnapshot authorization) {
        return new JsonWriter()
                .put("kind", EnumCodes.codeOf(authorization.kind()))
                .time("since", authorization.since())
                .part("offer", authorization.request().map(StoredAuthorizationJson::write))
                .time("expiresAt", authorization.expiresAt());
    }

    static AuthorizationSnapshot read(JsonReader record) {
        return new AuthorizationSnapshot(
                JsonReader.byCode(AuthorizationSnapshot.Kind.values(), EnumCodes::codeOf, record.text("kind")),
                record.optionalTime("since"),
                record.optionalPart("offer").map(StoredAuthorizationJson::offer),
                record.optionalTime("expiresAt"));
    }

    private static JsonWriter write(AuthorizationRequest offer) {
        return new JsonWriter()
                .put("reference", offer.reference().value())
                .put("url", offer.url().toString())
                .put("state", offer.state().value())
                .sorted(
                        "documents",
                        offer.documents().stream().map(DocumentType::code).toList());
    }

    private static AuthorizationRequest offer(JsonReader record) {
        return new AuthorizationRequest(
                new ProviderReference(record.text("reference")),
                URI.create(record.text("url")),
                new OAuthState(record.text("state")),
                record.texts("documents")
                        .map(code -> DocumentType.fromCode(code).orElseThrow(JsonReader::damaged))
                        .collect(toSet()));
    }
}
