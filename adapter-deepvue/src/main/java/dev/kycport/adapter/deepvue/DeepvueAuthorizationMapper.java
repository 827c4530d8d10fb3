package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.deepvue.DeepvueReplies.Envelope;
import dev.kycport.adapter.deepvue.DeepvueReplies.InitiateSessionData;
import dev.kycport.adapter.feign.json.RequiredFields;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.digilocker.AuthorizationCallback;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.AuthorizationRequest;
import dev.kycport.domain.digilocker.OAuthState;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.identity.DocumentType;
import io.vavr.control.Either;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Maps the DigiLocker authorization request and parses the callback. */
final class DeepvueAuthorizationMapper {

    private static final String SCOPE = "scope";
    private static final Pattern UNSAFE = Pattern.compile("[|\"<>\\\\^`{}]");

    private DeepvueAuthorizationMapper() {}

    /**
     * Maps initiate-session. Its transaction id is the state of the callback and the reference of all later calls.
     * The browser is sent only to an https URL, or to http on a loopback address.
     */
    static Either<UnintelligibleReason, AuthorizationRequest> toAuthorizationRequest(
            Envelope<InitiateSessionData> reply, Set<DocumentType> documents) {
        return RequiredFields.parse(reply.responseStatus().transactionId(), ProviderReference::tryParse)
                .flatMap(reference -> RequiredFields.parse(
                                reply.data().flatMap(InitiateSessionData::authorizationUrl),
                                DeepvueAuthorizationMapper::parseUrl)
                        .map(url -> new AuthorizationRequest(
                                reference, url, oauthState(url, reference.value()), documents)));
    }

    /** Parses the callback parameters: a state is required, then an error, an empty scope or a code. */
    static Either<KycFailure, AuthorizationCallback> parseCallback(
            Map<String, String> parameters, DeepvueConfig config) {
        Optional<String> state = firstValue(parameters, config.stateParameters());
        if (state.isEmpty()) {
            return Either.left(InputField.STATE.reject("is missing from the return"));
        }
        Optional<String> error = firstValue(parameters, config.errorParameters());
        if (error.isPresent()) {
            return parseError(state.get(), error.get());
        }
        return sharesNothing(parameters)
                ? Either.right(new AuthorizationCallback.Refused(state.get(), true))
                : parseGrant(state.get(), firstValue(parameters, config.codeParameters()));
    }

    // Any other error is not a refusal by the person: the session stays, and they can authorize again.
    private static Either<KycFailure, AuthorizationCallback> parseError(String state, String error) {
        String word = error.strip().toLowerCase(Locale.ROOT);
        return DeepvueErrorPhrases.USER_DENIED.stream().anyMatch(word::contains)
                        || DeepvueErrorPhrases.TRUE_VALUES.contains(word)
                ? Either.right(new AuthorizationCallback.Refused(state))
                : Either.left(
                        InputField.AUTHORIZATION_CODE.reject("is missing from the return, which names another error"));
    }

    private static boolean sharesNothing(Map<String, String> parameters) {
        return parameters.containsKey(SCOPE)
                && parameters.getOrDefault(SCOPE, "").isBlank();
    }

    private static Either<KycFailure, AuthorizationCallback> parseGrant(String state, Optional<String> code) {
        return code.<Either<KycFailure, AuthorizationCode>>map(AuthorizationCode::parse)
                .orElseGet(() -> Either.left(InputField.AUTHORIZATION_CODE.reject("is missing from the return")))
                .map(parsed -> new AuthorizationCallback.Granted(state, parsed));
    }

    private static Optional<String> firstValue(Map<String, String> parameters, List<String> names) {
        return names.stream()
                .map(name -> parameters.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    // Characters that a browser accepts and java.net.URI does not are encoded.
    private static Optional<URI> parseUrl(String text) {
        Matcher unsafe = UNSAFE.matcher(text.strip());
        String encoded = unsafe.replaceAll(found -> URLEncoder.encode(found.group(), StandardCharsets.UTF_8));
        try {
            return RedirectUrl.browsable(new URI(encoded)).filter(url -> url.getFragment() == null);
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static OAuthState oauthState(URI url, String transaction) {
        Optional<String> stateParameter = ReturnUrl.parse(url.toString())
                .toJavaOptional()
                .map(ReturnUrl::revealParameters)
                .map(parameters -> parameters.getOrDefault("state", ""))
                .filter(state -> !state.isBlank() && state.length() <= 512);
        return new OAuthState(stateParameter.orElse(transaction));
    }
}
