package dev.kycport.domain.identity;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An address in UIDAI's parts; absent parts are left out. A map by name, because a dozen strings in a row are easily
 * swapped.
 */
public record Address(Map<Part, String> parts) {

    /** No part is known. */
    public static final Address UNKNOWN = new Address(Map.of());

    public Address {
        Map<Part, String> given = new EnumMap<>(Part.class);
        parts.forEach((part, text) -> {
            if (!text.isBlank()) {
                given.put(part, text.strip());
            }
        });
        parts = Map.copyOf(given);
    }

    /** The part, or the empty text. */
    public String part(Part part) {
        return parts.getOrDefault(part, "");
    }

    /** All parts from the house to the country, as one line. */
    public String line() {
        return parts.keySet().stream().sorted().map(this::part).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return "Address[hidden]";
    }

    /** The parts, in the order in which they are written. */
    public enum Part {
        CARE_OF("careOf"),
        HOUSE("house"),
        STREET("street"),
        LANDMARK("landmark"),
        LOCALITY("locality"),
        /** Village, town or city. */
        VTC("vtc"),
        SUB_DISTRICT("subDistrict"),
        DISTRICT("district"),
        POST_OFFICE("postOffice"),
        STATE("state"),
        /** The six digits of the post code. */
        PIN("pin"),
        COUNTRY("country");

        private final String code;

        Part(String code) {
            this.code = code;
        }

        /** The name used in JSON. */
        public String code() {
            return code;
        }
    }
}
