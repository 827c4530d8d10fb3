package dev.kycport.host.cli.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.domain.identity.AadhaarHolder;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.identity.Photo;
import dev.kycport.domain.identity.VerifiedIdentity;
import java.util.List;
import java.util.Optional;

/** A verified identity as JSON, with only the sizes of photo and documents: output of scripts is often logged. */
public final class IdentityJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private IdentityJson() {}

    static ObjectNode of(VerifiedIdentity identity) {
        ObjectNode json = NODES.objectNode();
        json.put("name", identity.name());
        json.put("dateOfBirth", identity.birthDate().iso());
        json.put("gender", identity.gender().letter());
        json.put("maskedAadhaar", identity.number().map(MaskedNumber::toString).orElse(null));
        json.set("address", address(identity.address()));
        json.put("photoBytes", photoBytes(identity.photo()));
        json.set("documents", documents(identity.documents()));
        json.set("assurance", assurance(identity.assurance()));
        return json;
    }

    /** The person in a signed document. */
    public static ObjectNode of(AadhaarHolder holder) {
        ObjectNode json = NODES.objectNode();
        json.put("name", holder.name());
        json.put("dateOfBirth", holder.birthDate().iso());
        json.put("gender", holder.gender().letter());
        json.put("maskedAadhaar", holder.number().toString());
        json.set("address", address(holder.address()));
        json.put("photoBytes", photoBytes(holder.photo()));
        json.put("photoType", holder.photo().map(photo -> photo.type().mime()).orElse(null));
        return json;
    }

    private static int photoBytes(Optional<Photo> photo) {
        return photo.map(one -> one.image().size()).orElse(0);
    }

    private static ObjectNode address(Address address) {
        ObjectNode json = NODES.objectNode();
        address.parts().keySet().stream().sorted().forEach(part -> json.put(part.code(), address.part(part)));
        return json;
    }

    private static ArrayNode documents(List<IssuedDocument> documents) {
        ArrayNode json = NODES.arrayNode();
        documents.forEach(document -> json.addObject()
                .put("type", document.type().code())
                .put("issuer", document.issuer())
                .put("mediaType", document.mediaType().mime())
                .put("bytes", document.content().size()));
        return json;
    }

    private static ObjectNode assurance(Assurance assurance) {
        return NODES.objectNode()
                .put("how", assurance.flow().code())
                .put("by", assurance.provider().value())
                .put("at", assurance.verifiedAt().toString());
    }
}
