package dev.kycport.adapter.feign;

import dev.kycport.adapter.feign.json.RequiredFields;
import dev.kycport.domain.Secret;
import dev.kycport.domain.failure.UnintelligibleReason;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** A vendor's access token. Only {@link AccessTokenSource} keeps one, and only the client reads its value. */
public final class AccessToken extends Secret {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private final Duration validity;

    private AccessToken(String value, Duration validity) {
        super(value);
        this.validity = validity;
    }

    /**
     * The token of a reply.
     *
     * @param token the token; visible ASCII characters, because it is sent in a header
     * @param validSeconds how long the vendor accepts it, in whole seconds
     * @return Left if one of them is absent or has another form
     */
    public static Either<UnintelligibleReason, AccessToken> parse(
            Optional<String> token, Optional<String> validSeconds) {
        return RequiredFields.parse(validSeconds, AccessToken::parseSeconds)
                .flatMap(validity -> parse(token, validity));
    }

    /**
     * The token of a reply that does not say how long it is valid.
     *
     * @param validity how long the vendor's documentation says that it is accepted
     */
    public static Either<UnintelligibleReason, AccessToken> parse(Optional<String> token, Duration validity) {
        return RequiredFields.parse(token, text -> Optional.of(text).filter(HeaderCredential::isValidValue))
                .map(text -> new AccessToken(text, validity));
    }

    private static Optional<Duration> parseSeconds(String text) {
        return Optional.of(text)
                .filter(SECONDS.asMatchPredicate())
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }

    /** How long it is accepted, counted from the request for it. */
    Duration validity() {
        return validity;
    }
}
