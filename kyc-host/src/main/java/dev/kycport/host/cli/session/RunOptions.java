package dev.kycport.host.cli.session;

import dev.kycport.app.step.SessionRequest;
import dev.kycport.domain.Flow;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.host.cli.context.CliConfiguration;
import dev.kycport.host.cli.option.DocumentTypeParser;
import dev.kycport.host.cli.option.FlowOption;
import dev.kycport.host.cli.option.Question;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line asks for, before anybody has looked whether it can be had.
 *
 * @param answers the answers that were given as options
 * @param provider the only provider to be asked
 * @param redirectUrl where DigiLocker is to send the person
 * @param json whether a script reads the result
 */
public record RunOptions(
        Map<Question, String> answers,
        Optional<String> provider,
        String subject,
        String purpose,
        List<String> documents,
        String redirectUrl,
        boolean json) {

    /** Nothing needs to listen there: the address is in the browser either way. */
    static final String DEFAULT_REDIRECT_URL = "https://localhost/kyc/return";

    public RunOptions {
        answers = Map.copyOf(answers);
        documents = List.copyOf(documents);
    }

    /** Whether a session of this flow would need more than is given. */
    boolean hasUnanswered(Flow flow) {
        return !answers.keySet().containsAll(FlowOption.requiredQuestions(flow));
    }

    /** The session to be opened, or the first thing about it that cannot be. */
    Either<KycFailure, SessionPlan> plan(Flow flow, CliConfiguration cliConfiguration) {
        return DocumentTypeParser.parse(documents)
                .flatMap(asked -> RedirectUrl.parse(redirectUrl)
                        .flatMap(url -> request(flow, asked, cliConfiguration)
                                .map(request -> new SessionPlan(request, url, asked))));
    }

    private Either<KycFailure, SessionRequest> request(
            Flow flow, Set<DocumentType> asked, CliConfiguration cliConfiguration) {
        return CliConsentNotice.request(flow, subject, purpose, asked)
                .flatMap(request -> provider.map(
                                name -> cliConfiguration.requireConfigured(name).flatMap(request::withProvider))
                        .orElseGet(() -> Either.right(request)));
    }
}
