package dev.kycport.host.cli;

import dev.kycport.app.wiring.KycPort;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.InputRejection;
import io.vavr.control.Either;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All flows of one provider, each told whatever became of the one before. */
final class Tour {

    private final String provider;
    private final Map<Question, String> given;
    private final String back;
    private final Installation installation;
    private final Outside outside;

    Tour(String provider, Map<Question, String> given, String back, Installation installation, Outside outside) {
        this.provider = provider;
        this.given = Map.copyOf(given);
        this.back = back;
        this.installation = installation;
        this.outside = outside;
    }

    ExitStatus lead() {
        return installation
                .usable(provider)
                .flatMap(name -> answerable(flows()))
                .fold(this::refused, this::lead);
    }

    private ExitStatus lead(List<Flow> flows) {
        List<ExitStatus> statuses = flows.stream().map(this::lead).toList();
        return statuses.stream()
                .filter(status -> status != ExitStatus.FINE)
                .findFirst()
                .orElse(ExitStatus.FINE);
    }

    private ExitStatus lead(Flow flow) {
        outside.out().blank();
        return new Run(wish(flow), installation, outside)
                .lead(new Show(outside)::plain)
                .status();
    }

    private Wish wish(Flow flow) {
        Map<Question, String> answers = new EnumMap<>(Question.class);
        answers.putAll(given);
        answers.put(Question.FLOW, flow.code());
        return new Wish(
                answers, Optional.of(provider), "demo", "Showing what KycPort does", List.of("aadhaar"), back, false);
    }

    // Where nobody can be asked, nothing is begun that could not be ended.
    private Either<InputRejection, List<Flow>> answerable(List<Flow> flows) {
        return flows.stream()
                .filter(flow -> outside.keyboard().isEmpty())
                .flatMap(flow -> Flows.needs(flow).stream().sorted())
                .filter(question -> !given.containsKey(question))
                .findFirst()
                .<Either<InputRejection, List<Flow>>>map(question -> Either.left(question.missing()))
                .orElseGet(() -> Either.right(flows));
    }

    private List<Flow> flows() {
        try (KycPort port = installation.start()) {
            return port.providers().stream()
                    .filter(candidate -> candidate.id().equals(new ProviderId(provider)))
                    .flatMap(found -> found.flows().stream())
                    .sorted()
                    .toList();
        }
    }

    private ExitStatus refused(InputRejection rejection) {
        outside.err().message(rejection.summary());
        return ExitStatus.USAGE;
    }
}
