package dev.kycport.domain.digilocker;

import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.net.URI;
import java.net.URISyntaxException;
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
                .map(RedirectUrl::new);
    }

    private static Either<KycFailure, URI> url(String text) {
        try {
            URI url = new URI(text);
            boolean secure = "https".equals(url.getScheme());
            boolean local = "http".equals(url.getScheme()) && url.getHost() != null && LOOPBACK.contains(url.getHost());
            return url.getHost() != null && url.getFragment() == null && (secure || local)
                    ? Either.right(url)
                    : Either.left(InputField.REDIRECT_URL.reject(
                            "must be an https URL without a fragment, or http on a loopback address"));
        } catch (URISyntaxException malformed) {
            return Either.left(InputField.REDIRECT_URL.reject("is not a URL"));
        }
    }
}
