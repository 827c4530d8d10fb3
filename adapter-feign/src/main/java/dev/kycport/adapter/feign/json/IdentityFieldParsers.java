package dev.kycport.adapter.feign.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Address.Part;
import dev.kycport.domain.identity.Gender;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.identity.Photo;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses names, gender, numbers, images and addresses in the forms that Indian vendors use. The result is
 * empty if the form is unknown.
 */
public final class IdentityFieldParsers {

    private static final int MAX_TRAILER = 64;
    private static final Pattern LAST_FOUR = Pattern.compile(".*(\\d{4})", Pattern.DOTALL);
    private static final Set<MediaType> IMAGES = EnumSet.of(MediaType.JPEG, MediaType.PNG, MediaType.GIF);
    private static final Map<String, Gender> GENDERS = Map.of(
            "MALE", Gender.MALE,
            "FEMALE", Gender.FEMALE,
            "TRANSGENDER", Gender.TRANSGENDER,
            // Some vendors write UIDAI's third gender as "other".
            "O", Gender.TRANSGENDER,
            "OTHER", Gender.TRANSGENDER,
            "OTHERS", Gender.TRANSGENDER);

    private IdentityFieldParsers() {}

    /** The stripped name; empty if it has no letter or is a placeholder such as {@code null}. */
    public static Optional<String> parseName(String text) {
        return Optional.of(text.strip())
                .filter(name -> name.codePoints().anyMatch(Character::isLetter))
                .filter(name -> !PlaceholderText.matches(name));
    }

    /** Parses UIDAI's letter or the English word. */
    public static Optional<Gender> parseGender(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        return Gender.fromLetter(code).or(() -> Optional.ofNullable(GENDERS.get(code)));
    }

    /** Keeps the last four digits of an Aadhaar number, masked or not. */
    public static Optional<MaskedNumber> parseMaskedAadhaar(String text) {
        Matcher lastFour = LAST_FOUR.matcher(text.strip());
        return lastFour.matches() ? Optional.of(MaskedNumber.ofAadhaar(lastFour.group(1))) : Optional.empty();
    }

    /** The image type of these bytes, if browsers can display it. */
    public static Optional<MediaType> detectImage(Bytes content) {
        return MediaType.of(content).filter(IMAGES::contains);
    }

    /** A photo, if the bytes are an image that is not cut short. */
    public static Optional<Photo> toPhoto(Bytes content) {
        return detectImage(content).filter(type -> isComplete(type, content)).map(type -> new Photo(content, type));
    }

    /**
     * An address from the fields of a JSON object. An empty array or text is no address; any other value is unreadable.
     *
     * @param fields the name of each part
     */
    public static OptionalPart<Address> parseAddress(OptionalPart<JsonNode> address, Map<Part, String> fields) {
        return address.value().filter(IdentityFieldParsers::isEmpty).isPresent()
                ? OptionalPart.absent()
                : address.parse(
                        node -> node.isObject() ? Optional.of(new Address(parts(node, fields))) : Optional.empty());
    }

    private static Map<Part, String> parts(JsonNode address, Map<Part, String> fields) {
        Map<Part, String> parts = new EnumMap<>(Part.class);
        fields.forEach((part, name) -> OptionalText.nonBlank(address, name)
                .filter(text -> !PlaceholderText.matches(text))
                .ifPresent(text -> parts.put(part, text)));
        return parts;
    }

    /** A part of an address that is outside of the address object; empty if it is blank or a placeholder. */
    public static Optional<String> addressPart(OptionalPart<String> part) {
        return OptionalText.nonBlank(part.value()).filter(text -> !PlaceholderText.matches(text));
    }

    private static boolean isEmpty(JsonNode address) {
        return address.isArray()
                ? address.isEmpty()
                : address.isTextual() && address.asText().isBlank();
    }

    // The end marker is the last thing in a file; some writers add a few bytes.
    private static boolean isComplete(MediaType type, Bytes content) {
        String tail = content.tail(MAX_TRAILER);
        return switch (type) {
            case JPEG, JPEG_2000 -> tail.contains("\u00FF\u00D9");
            case PNG -> tail.contains("IEND");
            case GIF -> tail.contains(";");
            case PDF, XML -> false;
        };
    }
}
