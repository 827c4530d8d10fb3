package example.acme;

import dev.kycport.domain.failure.ProviderFailure;
import io.vavr.control.Either;
import java.util.Map;
import java.util.function.Function;

/** Calls with an access token. A request that Acme turned away for its token has had no effect and goes again once. */
record AcmeCalls(AcmeHttpClient http, AcmeTokenSource tokens) {

    <V> Either<ProviderFailure, V> post(
            String path, Map<String, String> body, Function<AcmeReply, Either<ProviderFailure, V>> interpret) {
        AcmeDeadline deadline = http.deadline();
        return tokens.get(deadline)
                .flatMap(token -> post(path, body, token, deadline)
                        .flatMap(reply -> reply.isTokenRefused() ? again(path, body, token, deadline) : Either.right(reply)))
                .flatMap(interpret);
    }

    private Either<ProviderFailure, AcmeReply> again(
            String path, Map<String, String> body, AcmeTokenSource.Token refused, AcmeDeadline deadline) {
        tokens.discard(refused);
        return tokens.get(deadline).flatMap(token -> post(path, body, token, deadline));
    }

    private Either<ProviderFailure, AcmeReply> post(
            String path, Map<String, String> body, AcmeTokenSource.Token token, AcmeDeadline deadline) {
        return http.post(path, Map.of("Authorization", token.header()), body, deadline);
    }
}
