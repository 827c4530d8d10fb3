package dev.kycport.host.cli;

import dev.kycport.app.SessionRequest;
import dev.kycport.domain.Flow;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.identity.DocumentType;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line asks for, before anybody has looked whether it can be had.
 *
 * @param given the answers that were given as options
 * @param provider the only provider to be asked
 * @param back where DigiLocker is to send the person
 * @param json whether a script reads the result
 */
record Wish(
        Map<Question, String> given,
        Optional<String> provider,
        String subject,
        String purpose,
        List<String> documents,
        String back,
        boolean json) {

    /** Nothing needs to listen there: the address is in the browser either way. */
    static final String USUAL_BACK = "https://localhost/kyc/return";

    Wish {
        given = Map.copyOf(given);
        documents = List.copyOf(documents);
    }

    /** Whether a session of this flow would need more than is given. */
    boolean leavesOpen(Flow flow) {
        return !given.keySet().containsAll(Flows.needs(flow));
    }

    /** The session to be opened, or the first thing about it that cannot be. */
    Either<InputRejection, Order> order(Flow flow, Installation installation) {
        return Documents.parse(documents)
                .flatMap(asked -> RedirectUrl.parse(back)
                        .flatMap(url ->
                                request(flow, asked, installation).map(request -> new Order(request, url, asked))));
    }

    private Either<InputRejection, SessionRequest> request(
            Flow flow, Set<DocumentType> asked, Installation installation) {
        return Notice.request(flow, subject, purpose, asked)
                .flatMap(request -> provider.map(
                                name -> installation.usable(name).flatMap(request::from))
                        .orElseGet(() -> Either.right(request)));
    }
}
