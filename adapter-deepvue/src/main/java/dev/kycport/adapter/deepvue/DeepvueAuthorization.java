package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.deepvue.DeepvueReplies.Authorization;
import dev.kycport.adapter.deepvue.DeepvueReplies.Envelope;
import dev.kycport.adapter.feign.Required;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.AuthorizationOffer;
import dev.kycport.domain.digilocker.AuthorizationReturn;
import dev.kycport.domain.digilocker.AuthorizationState;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.Field;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.Oddity;
import dev.kycport.domain.identity.DocumentType;
import io.vavr.control.Either;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The way to DigiLocker and back. Pure. */
final class DeepvueAuthorization {

    private static final String SCOPE = "scope";

    private DeepvueAuthorization() {}

    /**
     * Of initiate-session. Its transaction id is the state that the return carries and the reference of all later calls; a
     * browser is sent only to a URL that could be ours to return to.
     */
    static Either<Oddity, AuthorizationOffer> offer(Envelope<Authorization> reply, Set<DocumentType> documents) {
        return Required.parsed(reply.said().transaction(), ProviderReference::named)
                .flatMap(reference -> Required.parsed(
                                reply.data().flatMap(Authorization::authorizationUrl), DeepvueAuthorization::url)
                        .map(url -> new AuthorizationOffer(reference, url, state(url, reference.value()), documents)));
    }

    /** Of the parameters with which the browser came back: a state always, then an error, an empty scope, or a code. */
    static Either<InputRejection, AuthorizationReturn> read(Map<String, String> parameters, DeepvueConfig config) {
        Optional<String> state = first(parameters, config.stateNames());
        if (state.isEmpty()) {
            return Either.left(Field.STATE.because("is missing from the return"));
        }
        Optional<String> error = first(parameters, config.errorNames());
        if (error.isPresent()) {
            return failed(state.get(), error.get());
        }
        return sharesNothing(parameters)
                ? Either.right(new AuthorizationReturn.Refused(state.get(), true))
                : granted(state.get(), first(parameters, config.codeNames()));
    }

    // What else can go wrong over there is not the person's refusal: the session stays, and they can take the offer
    // again.
    private static Either<InputRejection, AuthorizationReturn> failed(String state, String error) {
        String word = error.strip().toLowerCase(Locale.ROOT);
        return DeepvuePhrases.REFUSAL.stream().anyMatch(word::contains) || DeepvuePhrases.YES.contains(word)
                ? Either.right(new AuthorizationReturn.Refused(state))
                : Either.left(
                        Field.AUTHORIZATION_CODE.because("is missing from the return, which names another error"));
    }

    private static boolean sharesNothing(Map<String, String> parameters) {
        return parameters.containsKey(SCOPE)
                && parameters.getOrDefault(SCOPE, "").isBlank();
    }

    private static Either<InputRejection, AuthorizationReturn> granted(String state, Optional<String> code) {
        return code.<Either<InputRejection, AuthorizationCode>>map(AuthorizationCode::parse)
                .orElseGet(() -> Either.left(Field.AUTHORIZATION_CODE.because("is missing from the return")))
                .map(parsed -> new AuthorizationReturn.Granted(state, parsed));
    }

    private static Optional<String> first(Map<String, String> parameters, List<String> names) {
        return names.stream()
                .map(name -> parameters.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    // The same rule as for the way back: https, or http on a loopback address.
    private static Optional<URI> url(String text) {
        return RedirectUrl.parse(text).toJavaOptional().map(RedirectUrl::value);
    }

    private static AuthorizationState state(URI url, String transaction) {
        Optional<String> carried = ReturnUrl.parse(url.toString())
                .toJavaOptional()
                .map(ReturnUrl::revealParameters)
                .map(parameters -> parameters.getOrDefault("state", ""))
                .filter(state -> !state.isBlank() && state.length() <= 512);
        return new AuthorizationState(carried.orElse(transaction));
    }
}
