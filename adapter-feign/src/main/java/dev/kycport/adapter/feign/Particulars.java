package dev.kycport.adapter.feign;

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

/** The particulars of a person in the forms in which Indian vendors write them. Pure; empty where a form is not known. */
public final class Particulars {

    private static final Map<Pattern, DateTimeFormatter> DATES = Map.of(
            Pattern.compile("\\d{2}-\\d{2}-\\d{4}"), date("dd-MM-uuuu"),
            Pattern.compile("\\d{2}/\\d{2}/\\d{4}"), date("dd/MM/uuuu"),
            Pattern.compile("\\d{8}"), date("ddMMuuuu"),
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}"), date("uuuu-MM-dd"));
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

    private Particulars() {}

    /** A date as {@code 01-02-1990}, {@code 01/02/1990}, {@code 01021990} or {@code 1990-02-01}, or a year alone. */
    public static Optional<BirthDate> birthDate(String text) {
        if (YEAR.matcher(text).matches()) {
            return Optional.of(BirthDate.in(Year.parse(text)));
        }
        return DATES.entrySet().stream()
                .filter(form -> form.getKey().matcher(text).matches())
                .findFirst()
                .flatMap(form -> parsed(text, form.getValue()))
                .map(BirthDate::on);
    }

    /** A gender by UIDAI's letter or its English word. */
    public static Optional<Gender> gender(String text) {
        String word = text.strip().toUpperCase(Locale.ROOT);
        return Gender.lettered(word).or(() -> Optional.ofNullable(GENDERS.get(word)));
    }

    /** What may be shown of an Aadhaar number of which a vendor shows the last four digits, or more. */
    public static Optional<MaskedNumber> maskedAadhaar(String text) {
        Matcher ending = LAST_FOUR.matcher(text.strip());
        return ending.matches() ? Optional.of(MaskedNumber.ofAadhaar(ending.group(1))) : Optional.empty();
    }

    /** The kind of image these bytes are, if they are one that browsers show. */
    public static Optional<MediaType> image(Bytes content) {
        return MediaType.of(content).filter(IMAGES::contains);
    }

    /** A portrait, if the bytes are an image. */
    public static Optional<Photo> photo(Bytes content) {
        return image(content).map(type -> new Photo(content, type));
    }

    /** An address of whatever parts are given. */
    public static Address address(Stream<Map.Entry<Part, Optional<String>>> parts) {
        return new Address(parts.filter(part -> part.getValue().isPresent())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, part -> part.getValue().orElseThrow())));
    }

    private static DateTimeFormatter date(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    private static Optional<LocalDate> parsed(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(text, form));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
