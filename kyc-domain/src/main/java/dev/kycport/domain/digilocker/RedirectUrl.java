package dev.kycport.domain.digilocker;

import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.IdentityNumberDetector;
import io.vavr.control.Either;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where DigiLocker sends the person back to: an https URL of the host, or http on a loopback address. */
public record RedirectUrl(URI value) {

    private static final int MAX_LENGTH = 2048;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** The URL; Left {@code input.invalid}. */
    public static Either<KycFailure, RedirectUrl> parse(@Nullable String text) {
        return InputField.REDIRECT_URL
                .parseText(text, MAX_LENGTH)
                .flatMap(RedirectUrl::url)
                .filterOrElse(
                        url -> !containsNumber(url),
                        url -> InputField.REDIRECT_URL.reject("must not contain an identity number"))
                .map(RedirectUrl::new);
    }

    /** The URL if a browser may be sent there: https, or http on a loopback address. Scheme and host have no case. */
    public static Optional<URI> browsable(URI url) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        boolean local = "http".equalsIgnoreCase(url.getScheme()) && LOOPBACK.contains(host);
        return Optional.of(url).filter(any -> url.getHost() != null && (secure || local));
    }

    private static Either<KycFailure, URI> url(String text) {
        try {
            return browsable(new URI(text))
                    .filter(url -> url.getFragment() == null)
                    .<Either<KycFailure, URI>>map(Either::right)
                    .orElseGet(() -> Either.left(InputField.REDIRECT_URL.reject(
                            "must be an https URL without a fragment, or http on a loopback address")));
        } catch (URISyntaxException malformed) {
            return Either.left(InputField.REDIRECT_URL.reject("is not a URL"));
        }
    }

    private static boolean containsNumber(URI url) {
        return IdentityNumberDetector.containsNumber(url.toString())
                || IdentityNumberDetector.containsNumber(URLDecoder.decode(url.toString(), StandardCharsets.UTF_8));
    }
}
