package dev.kycport.host.cli.session;

import dev.kycport.app.step.SessionRequest;
import dev.kycport.domain.Flow;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.host.cli.context.CliConfiguration;
import dev.kycport.host.cli.option.DocumentTypeOption;
import dev.kycport.host.cli.option.FlowOption;
import dev.kycport.host.cli.option.Question;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The unvalidated options of a run.
 *
 * @param answers the answers given as options
 * @param provider the only provider to use; empty for the route of the flow
 * @param redirectUrl where DigiLocker sends the browser back to
 * @param json whether the result is printed as JSON
 */
public record RunOptions(
        Map<Question, String> answers,
        Optional<String> provider,
        String subject,
        String purpose,
        List<String> documents,
        String redirectUrl,
        boolean json) {

    public RunOptions {
        answers = Map.copyOf(answers);
        documents = List.copyOf(documents);
    }

    /** Whether a session of the flow needs an answer that was not given. */
    boolean hasUnanswered(Flow flow) {
        return !answers.keySet().containsAll(FlowOption.requiredQuestions(flow));
    }

    /** The plan of the session, or the first invalid option. */
    Either<KycFailure, SessionPlan> plan(Flow flow, CliConfiguration configuration) {
        return DocumentTypeOption.parse(documents)
                .flatMap(asked -> RedirectUrl.parse(redirectUrl)
                        .flatMap(url -> request(flow, asked, configuration)
                                .map(request -> new SessionPlan(request, url, asked))));
    }

    private Either<KycFailure, SessionRequest> request(
            Flow flow, Set<DocumentType> asked, CliConfiguration configuration) {
        return CliConsentNotice.request(flow, subject, purpose, asked)
                .flatMap(request -> provider.map(
                                name -> configuration.requireConfigured(name).flatMap(request::withProvider))
                        .orElseGet(() -> Either.right(request)));
    }
}
