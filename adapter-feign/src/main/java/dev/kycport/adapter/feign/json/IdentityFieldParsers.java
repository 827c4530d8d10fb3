package dev.kycport.adapter.feign.json;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Address.Part;
import dev.kycport.domain.identity.BirthDate;
import dev.kycport.domain.identity.Gender;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.identity.Photo;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parses dates of birth, gender, numbers, images and addresses in the forms that Indian vendors use. The result is
 * empty if the form is unknown.
 */
public final class IdentityFieldParsers {

    private static final Map<Pattern, DateTimeFormatter> DATE_FORMATS = Map.of(
            Pattern.compile("\\d{2}-\\d{2}-\\d{4}"), formatter("dd-MM-uuuu"),
            Pattern.compile("\\d{2}/\\d{2}/\\d{4}"), formatter("dd/MM/uuuu"),
            Pattern.compile("\\d{8}"), formatter("ddMMuuuu"),
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}"), formatter("uuuu-MM-dd"));
    private static final Pattern YEAR = Pattern.compile("(18|19|20)\\d{2}");
    private static final Pattern LAST_FOUR = Pattern.compile(".*(\\d{4})", Pattern.DOTALL);
    private static final Set<MediaType> IMAGES = EnumSet.of(MediaType.JPEG, MediaType.PNG, MediaType.GIF);
    private static final Map<String, Gender> GENDERS = Map.of(
            "MALE", Gender.MALE,
            "FEMALE", Gender.FEMALE,
            "TRANSGENDER", Gender.TRANSGENDER,
            // Some vendors write UIDAI's third gender as "other".
            "O", Gender.TRANSGENDER,
            "OTHER", Gender.TRANSGENDER);

    private IdentityFieldParsers() {}

    /** Parses {@code 01-02-1990}, {@code 01/02/1990}, {@code 01021990}, {@code 1990-02-01} or a year. */
    public static Optional<BirthDate> parseBirthDate(String text) {
        if (YEAR.matcher(text).matches()) {
            return Optional.of(BirthDate.ofYear(Year.parse(text)));
        }
        return DATE_FORMATS.entrySet().stream()
                .filter(format -> format.getKey().matcher(text).matches())
                .findFirst()
                .flatMap(format -> parseDate(text, format.getValue()))
                .map(BirthDate::ofDate);
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

    /** A photo, if the bytes are an image. */
    public static Optional<Photo> toPhoto(Bytes content) {
        return detectImage(content).map(type -> new Photo(content, type));
    }

    /** An address of the parts that are present. */
    public static Address toAddress(Stream<Map.Entry<Part, Optional<String>>> parts) {
        return new Address(parts.filter(part -> part.getValue().isPresent())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, part -> part.getValue().orElseThrow())));
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    private static Optional<LocalDate> parseDate(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(text, format));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
