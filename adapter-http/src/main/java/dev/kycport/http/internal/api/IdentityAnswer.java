package dev.kycport.http.internal.api;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.session.KycSession;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A verified identity as a whole, with photo and documents in base64. What is unknown is left out. */
final class IdentityAnswer {

    private IdentityAnswer() {}

    static Map<String, Object> of(KycSession.Verified session) {
        VerifiedIdentity identity = session.identity();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("session", session.id().value());
        map.put("keptUntil", session.keptUntil().toString());
        map.put("name", identity.name());
        map.put("dateOfBirth", identity.birthDate().iso());
        map.put("gender", identity.gender().letter());
        identity.number().ifPresent(number -> map.put("maskedAadhaar", number.toString()));
        map.put("address", address(identity));
        identity.photo().ifPresent(photo -> map.put("photo", file(photo.type().mime(), photo.image())));
        map.put(
                "documents",
                identity.documents().stream().map(IdentityAnswer::document).toList());
        map.put("assurance", assurance(identity.assurance()));
        return map;
    }

    private static Map<String, Object> address(VerifiedIdentity identity) {
        Map<String, Object> map = new LinkedHashMap<>();
        identity.address().parts().keySet().stream()
                .sorted()
                .forEach(part -> map.put(part.code(), identity.address().part(part)));
        return map;
    }

    private static Map<String, Object> document(IssuedDocument document) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", document.type().code());
        map.put("issuer", document.issuer());
        map.putAll(file(document.mediaType().mime(), document.content()));
        return map;
    }

    private static Map<String, Object> file(String mediaType, Bytes content) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("mediaType", mediaType);
        map.put("base64", Base64.getEncoder().encodeToString(content.toArray()));
        return map;
    }

    private static Map<String, Object> assurance(Assurance assurance) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("flow", assurance.flow().code());
        map.put("provider", assurance.provider().value());
        map.put("verifiedAt", assurance.verifiedAt().toString());
        return map;
    }
}
