package dev.kycport.domain.consent;

import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.IdentityNumberDetector;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The notice shown to the person before they agree (DPDP Rules 2025, rule 3), stored verbatim.
 *
 * @param name the host's own name for this notice and its version, such as {@code account-opening v3}
 * @param language a BCP 47 tag, such as {@code en-IN}
 * @param text what the person read, at most {@value #MAX_LENGTH} characters; line breaks and tabs are the only control
 *     characters
 */
public record ConsentNotice(String name, String language, String text) {

    /** The maximum length of a notice. */
    public static final int MAX_LENGTH = 20_000;

    private static final int MAX_NAME_LENGTH = 100;
    private static final Pattern LANGUAGE_TAG = Pattern.compile("(?=.{2,35}$)[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n\\t]");

    /** The notice; Left {@code input.invalid} if one of its three parts is not valid. */
    public static Either<KycFailure, ConsentNotice> parse(
            @Nullable String name, @Nullable String language, @Nullable String text) {
        return InputField.NOTICE
                .parseText(name, MAX_NAME_LENGTH)
                .filterOrElse(ConsentNotice::hasNoNumber, ConsentNotice::rejectNumber)
                .flatMap(named -> language(language)
                        .flatMap(tag -> verbatim(text).map(read -> new ConsentNotice(named, tag, read))));
    }

    private static Either<KycFailure, String> language(@Nullable String tag) {
        return tag != null && LANGUAGE_TAG.matcher(tag).matches()
                ? Either.right(tag)
                : Either.left(InputField.NOTICE.reject("must have a language tag such as en-IN"));
    }

    private static Either<KycFailure, String> verbatim(@Nullable String text) {
        String read = text == null ? "" : text;
        return InputField.NOTICE
                .parseText(LINE_BREAK.matcher(read).replaceAll(" "), MAX_LENGTH)
                .filterOrElse(ConsentNotice::hasNoNumber, ConsentNotice::rejectNumber)
                .map(ok -> read);
    }

    private static boolean hasNoNumber(String text) {
        return !IdentityNumberDetector.containsNumber(text);
    }

    private static KycFailure rejectNumber(String text) {
        return InputField.NOTICE.reject("must not contain an identity number");
    }

    /** The SHA-256 of the text in UTF-8, as 64 hexadecimal digits: enough to prove later which text was shown. */
    public String sha256() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
