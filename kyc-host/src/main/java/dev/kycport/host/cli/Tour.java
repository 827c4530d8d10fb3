package dev.kycport.host.cli;

import dev.kycport.app.wiring.KycPort;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.InputRejection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All flows of one provider, with the person at the terminal going through them. */
final class Tour {

    private final String provider;
    private final Installation installation;
    private final Outside outside;

    Tour(String provider, Installation installation, Outside outside) {
        this.provider = provider;
        this.installation = installation;
        this.outside = outside;
    }

    ExitStatus lead() {
        return installation
                .usable(provider)
                .fold(
                        this::refused,
                        name -> flows().stream()
                                .sorted()
                                .map(this::lead)
                                .filter(status -> status != ExitStatus.FINE)
                                .findFirst()
                                .orElse(ExitStatus.FINE));
    }

    private ExitStatus lead(Flow flow) {
        Wish wish = new Wish(
                Map.of(Question.FLOW, flow.code()),
                Optional.of(provider),
                "demo",
                "Showing what KycPort does",
                List.of("aadhaar"),
                Wish.USUAL_BACK,
                false);
        outside.out().blank();
        return new Run(wish, installation, outside)
                .lead(new Show(outside)::plain)
                .status();
    }

    private Set<Flow> flows() {
        try (KycPort port = installation.start()) {
            return port.providers().stream()
                    .filter(candidate -> candidate.id().equals(new ProviderId(provider)))
                    .findFirst()
                    .map(found -> found.flows())
                    .orElse(Set.of());
        }
    }

    private ExitStatus refused(InputRejection rejection) {
        outside.err().message(rejection.summary());
        return ExitStatus.USAGE;
    }
}
