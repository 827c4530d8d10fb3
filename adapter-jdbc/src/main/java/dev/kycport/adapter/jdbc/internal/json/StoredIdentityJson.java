package dev.kycport.adapter.jdbc.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kycport.domain.Bytes;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An identity as JSON, in the bytes that are encrypted. */
public record StoredIdentityJson(
        @JsonProperty("v") int version,
        @JsonProperty("name") String name,
        @JsonProperty("birthYear") int birthYear,
        @JsonProperty("birthDate") Optional<LocalDate> birthDate,
        @JsonProperty("gender") Gender gender,
        @JsonProperty("address") Map<String, String> address,
        @JsonProperty("photo") Optional<Image> photo,
        @JsonProperty("number") Optional<MaskedDigits> number,
        @JsonProperty("documents") List<Document> documents,
        @JsonProperty("assurance") Verification assurance)
        implements StoredJson.Versioned {

    public static byte[] write(VerifiedIdentity identity) {
        StoredIdentityJson stored = new StoredIdentityJson(
                StoredJson.FORMAT,
                identity.name(),
                identity.birthDate().year().getValue(),
                identity.birthDate().date(),
                identity.gender(),
                parts(identity.address()),
                identity.photo().map(photo -> new Image(photo.image(), photo.type())),
                identity.number().map(MaskedDigits::of),
                identity.documents().stream().map(Document::of).toList(),
                Verification.of(identity.assurance()));
        return StoredJson.write(stored).getBytes(StandardCharsets.US_ASCII);
    }

    public static VerifiedIdentity read(byte[] json) {
        StoredIdentityJson stored = StoredJson.read(new String(json, StandardCharsets.UTF_8), StoredIdentityJson.class);
        return new VerifiedIdentity(
                stored.name,
                new BirthDate(Year.of(stored.birthYear), stored.birthDate),
                stored.gender,
                toAddress(stored.address),
                stored.photo.map(photo -> new Photo(photo.bytes(), photo.type())),
                stored.number.map(MaskedDigits::toDomain),
                stored.documents.stream().map(Document::toDomain).toList(),
                stored.assurance.toDomain());
    }

    @Override
    public String toString() {
        return "StoredIdentityJson[hidden]";
    }

    // In the order of the constants, so that the same address is always the same JSON.
    private static Map<String, String> parts(Address address) {
        Map<String, String> parts = new LinkedHashMap<>();
        new TreeMap<>(address.parts()).forEach((part, text) -> parts.put(part.code(), text));
        return parts;
    }

    private static Address toAddress(Map<String, String> parts) {
        return new Address(Stream.of(Address.Part.values())
                .filter(part -> parts.containsKey(part.code()))
                .collect(Collectors.toMap(part -> part, part -> parts.getOrDefault(part.code(), ""))));
    }

    record Image(
            @JsonProperty("bytes") Bytes bytes,
            @JsonProperty("type") MediaType type) {}

    record MaskedDigits(
            @JsonProperty("lastFour") String lastFour,
            @JsonProperty("groups") int groups) {

        static MaskedDigits of(MaskedNumber number) {
            return new MaskedDigits(number.lastFour(), number.groups());
        }

        MaskedNumber toDomain() {
            return new MaskedNumber(lastFour, groups);
        }
    }

    record Document(
            @JsonProperty("document") DocumentType document,
            @JsonProperty("issuer") String issuer,
            @JsonProperty("bytes") Bytes bytes,
            @JsonProperty("type") MediaType type) {

        static Document of(IssuedDocument document) {
            return new Document(document.type(), document.issuer(), document.content(), document.mediaType());
        }

        IssuedDocument toDomain() {
            return new IssuedDocument(document, issuer, bytes, type);
        }
    }

    /** How and when an identity was verified. */
    record Verification(
            @JsonProperty("how") Flow flow,
            @JsonProperty("by") ProviderId provider,
            @JsonProperty("at") Instant verifiedAt) {

        static Verification of(Assurance assurance) {
            return new Verification(assurance.flow(), assurance.provider(), assurance.verifiedAt());
        }

        Assurance toDomain() {
            return new Assurance(flow, provider, verifiedAt);
        }
    }
}
