package dev.kycport.tck.recording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Photo;
import dev.kycport.domain.identity.VerifiedIdentity;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The person that a reply must come to, as data: {@code {"name": …, "birth-date": "1990-02-01" or "1990", "gender": …, "number":
 * "XXXX XXXX 1234", "address": {"house": …}, "photo": base64}}. A field that is left out must be absent.
 */
public record ExpectedPerson(Map<String, String> fields) {

    private static final Set<String> KEYS = Set.of("name", "birth-date", "gender", "number", "address", "photo");

    static ExpectedPerson of(String where, JsonNode json) {
        Recording.requireKnownKeys(where, json, KEYS);
        Map<String, String> fields = new TreeMap<>();
        json.properties().forEach(field -> {
            if (field.getValue().isObject()) {
                field.getValue()
                        .properties()
                        .forEach(part -> fields.put(
                                "address " + part.getKey(), part.getValue().asText()));
            } else {
                fields.put(field.getKey(), field.getValue().asText());
            }
        });
        return new ExpectedPerson(fields);
    }

    /** One line for each field in which this person differs from the expected one. */
    public List<String> differences(VerifiedIdentity person) {
        Map<String, String> actual = fieldsOf(person);
        Set<String> names = new TreeSet<>(fields.keySet());
        names.addAll(actual.keySet());
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            String expected = fields.getOrDefault(name, "(absent)");
            String was = actual.getOrDefault(name, "(absent)");
            if (!expected.equals(was)) {
                lines.add(name + ": expected <" + expected + ">, was <" + was + ">");
            }
        }
        return lines;
    }

    private static Map<String, String> fieldsOf(VerifiedIdentity person) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("name", person.name());
        fields.put("birth-date", person.birthDate().iso());
        fields.put("gender", person.gender().name().toLowerCase(Locale.ROOT));
        person.number().ifPresent(number -> fields.put("number", number.toString()));
        for (Address.Part part : Address.Part.values()) {
            String text = person.address().part(part);
            if (!text.isEmpty()) {
                fields.put("address " + part.code(), text);
            }
        }
        person.photo()
                .map(Photo::image)
                .ifPresent(content -> fields.put("photo", Base64.getEncoder().encodeToString(content.toArray())));
        return fields;
    }
}
