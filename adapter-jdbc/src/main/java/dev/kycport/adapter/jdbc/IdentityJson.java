package dev.kycport.adapter.jdbc;

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
final class IdentityJson {

    static final int FORMAT = 1;

    private IdentityJson() {}

    static byte[] write(VerifiedIdentity identity) {
        return JsonDraft.inFormat(FORMAT)
                .put("name", identity.name())
                .put("birthYear", identity.birthDate().year().getValue())
                .put("birthDate", identity.birthDate().date().map(LocalDate::toString))
                .put("gender", identity.gender().letter())
                .part("address", write(identity.address()))
                .part("photo", identity.photo().map(IdentityJson::write))
                .part("number", identity.number().map(IdentityJson::write))
                .parts(
                        "documents",
                        identity.documents().stream().map(IdentityJson::write).toList())
                .part("assurance", write(identity.assurance()))
                .bytes();
    }

    static VerifiedIdentity read(byte[] json) {
        JsonRecord record = JsonRecord.inFormat(FORMAT, new String(json, StandardCharsets.UTF_8));
        return new VerifiedIdentity(
                record.text("name"),
                birthDate(record),
                Gender.lettered(record.text("gender")).orElseThrow(JsonRecord::damaged),
                address(record.part("address")),
                record.maybePart("photo").map(IdentityJson::photo),
                record.maybePart("number").map(IdentityJson::number),
                record.parts("documents").map(IdentityJson::document).toList(),
                assurance(record.part("assurance")));
    }

    static JsonDraft write(MaskedNumber number) {
        return new JsonDraft().put("lastFour", number.lastFour()).put("groups", number.groups());
    }

    static MaskedNumber number(JsonRecord record) {
        return new MaskedNumber(record.text("lastFour"), record.count("groups"));
    }

    private static JsonDraft write(Address address) {
        JsonDraft draft = new JsonDraft();
        address.parts().keySet().stream().sorted().forEach(part -> draft.put(part.code(), address.part(part)));
        return draft;
    }

    private static Address address(JsonRecord record) {
        return new Address(Arrays.stream(Address.Part.values())
                .filter(part -> record.maybe(part.code()).isPresent())
                .collect(toMap(part -> part, part -> record.text(part.code()))));
    }

    private static JsonDraft write(Photo photo) {
        return new JsonDraft()
                .put("bytes", photo.image())
                .put("type", photo.type().mime());
    }

    private static Photo photo(JsonRecord record) {
        return new Photo(record.bytes("bytes"), type(record));
    }

    private static JsonDraft write(IssuedDocument document) {
        return new JsonDraft()
                .put("document", document.type().code())
                .put("issuer", document.issuer())
                .put("bytes", document.content())
                .put("type", document.mediaType().mime());
    }

    private static IssuedDocument document(JsonRecord record) {
        return new IssuedDocument(
                DocumentType.named(record.text("document")).orElseThrow(JsonRecord::damaged),
                record.text("issuer"),
                record.bytes("bytes"),
                type(record));
    }

    private static MediaType type(JsonRecord record) {
        return JsonRecord.named(MediaType.values(), MediaType::mime, record.text("type"));
    }

    static JsonDraft write(Assurance assurance) {
        return new JsonDraft()
                .put("how", assurance.how().code())
                .put("by", assurance.by().value())
                .at("at", assurance.at());
    }

    static Assurance assurance(JsonRecord record) {
        return new Assurance(
                Flow.named(record.text("how")).orElseThrow(JsonRecord::damaged),
                new ProviderId(record.text("by")),
                record.time("at"));
    }

    private static BirthDate birthDate(JsonRecord record) {
        return new BirthDate(
                Year.of(record.count("birthYear")), record.maybe("birthDate").map(LocalDate::parse));
    }
}
