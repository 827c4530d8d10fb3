package dev.kycport.adapter.jdbc.internal.json;

import static java.util.stream.Collectors.toMap;

import dev.kycport.domain.Flow;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.BirthDate;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.Gender;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.identity.Photo;
import dev.kycport.domain.identity.VerifiedIdentity;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;

/** An identity as JSON, in the bytes that are sealed. */
public final class StoredIdentityJson {

    static final int FORMAT = 1;

    private StoredIdentityJson() {}

    public static byte[] write(VerifiedIdentity identity) {
        return JsonWriter.inFormat(FORMAT)
                .put("name", identity.name())
                .put("birthYear", identity.birthDate().year().getValue())
                .put("birthDate", identity.birthDate().date().map(LocalDate::toString))
                .put("gender", identity.gender().letter())
                .part("address", write(identity.address()))
                .part("photo", identity.photo().map(StoredIdentityJson::write))
                .part("number", identity.number().map(StoredIdentityJson::write))
                .parts(
                        "documents",
                        identity.documents().stream()
                                .map(StoredIdentityJson::write)
                                .toList())
                .part("assurance", write(identity.assurance()))
                .bytes();
    }

    public static VerifiedIdentity read(byte[] json) {
        JsonReader record = JsonReader.inFormat(FORMAT, new String(json, StandardCharsets.UTF_8));
        return new VerifiedIdentity(
                record.text("name"),
                birthDate(record),
                Gender.fromLetter(record.text("gender")).orElseThrow(JsonReader::damaged),
                address(record.part("address")),
                record.optionalPart("photo").map(StoredIdentityJson::photo),
                record.optionalPart("number").map(StoredIdentityJson::number),
                record.parts("documents").map(StoredIdentityJson::document).toList(),
                assurance(record.part("assurance")));
    }

    static JsonWriter write(MaskedNumber number) {
        return new JsonWriter().put("lastFour", number.lastFour()).put("groups", number.groups());
    }

    static MaskedNumber number(JsonReader record) {
        return new MaskedNumber(record.text("lastFour"), record.integer("groups"));
    }

    private static JsonWriter write(Address address) {
        JsonWriter draft = new JsonWriter();
        address.parts().keySet().stream().sorted().forEach(part -> draft.put(part.code(), address.part(part)));
        return draft;
    }

    private static Address address(JsonReader record) {
        return new Address(Arrays.stream(Address.Part.values())
                .filter(part -> record.optionalText(part.code()).isPresent())
                .collect(toMap(part -> part, part -> record.text(part.code()))));
    }

    private static JsonWriter write(Photo photo) {
        return new JsonWriter()
                .put("bytes", photo.image())
                .put("type", photo.type().mime());
    }

    private static Photo photo(JsonReader record) {
        return new Photo(record.bytes("bytes"), type(record));
    }

    private static JsonWriter write(IssuedDocument document) {
        return new JsonWriter()
                .put("document", document.type().code())
                .put("issuer", document.issuer())
                .put("bytes", document.content())
                .put("type", document.mediaType().mime());
    }

    private static IssuedDocument document(JsonReader record) {
        return new IssuedDocument(
                DocumentType.fromCode(record.text("document")).orElseThrow(JsonReader::damaged),
                record.text("issuer"),
                record.bytes("bytes"),
                type(record));
    }

    private static MediaType type(JsonReader record) {
        return JsonReader.byCode(MediaType.values(), MediaType::mime, record.text("type"));
    }

    static JsonWriter write(Assurance assurance) {
        return new JsonWriter()
                .put("how", assurance.flow().code())
                .put("by", assurance.provider().value())
                .time("at", assurance.verifiedAt());
    }

    static Assurance assurance(JsonReader record) {
        return new Assurance(
                Flow.fromCode(record.text("how")).orElseThrow(JsonReader::damaged),
                new ProviderId(record.text("by")),
                record.time("at"));
    }

    private static BirthDate birthDate(JsonReader record) {
        return new BirthDate(
                Year.of(record.integer("birthYear")),
                record.optionalText("birthDate").map(LocalDate::parse));
    }
}
