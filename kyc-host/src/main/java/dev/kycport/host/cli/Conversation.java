package dev.kycport.host.cli;

import dev.kycport.app.KycService;
import dev.kycport.app.Progress;
import dev.kycport.app.SessionRequest;
import dev.kycport.domain.failure.Report;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;
import java.util.Optional;

/** Leads one session from its opening to where it goes no further. */
final class Conversation {

    private final KycService service;
    private final Answers answers;

    Conversation(KycService service, Answers answers) {
        this.service = service;
        this.answers = answers;
    }

    Ending lead(SessionRequest request, Steps steps) {
        return service.open(request).fold(Ending::refused, opened -> follow(opened, steps));
    }

    private Ending follow(Progress opened, Steps steps) {
        Progress at = opened;
        while (at.session() instanceof KycSession.Live live) {
            Either<Stop, Progress> next = live.match(steps);
            if (next.isLeft()) {
                return stopped(at.session(), next.getLeft());
            }
            at = next.get();
            if (at.report().isPresent() && !answers.hasPerson()) {
                break;
            }
        }
        return ending(at.session(), at.report(), ExitStatus.of(at.session(), at.report()));
    }

    private Ending stopped(KycSession before, Stop stop) {
        KycSession now = stop.failure().isPresent() ? current(before) : cancelled(before);
        return ending(now, stop.failure().map(failure -> failure), stop.status());
    }

    private KycSession current(KycSession before) {
        return service.look(before.id()).getOrElse(before);
    }

    private KycSession cancelled(KycSession before) {
        return service.cancel(before.id()).map(Progress::session).getOrElse(() -> current(before));
    }

    private Ending ending(KycSession session, Optional<Report> report, ExitStatus status) {
        return new Ending(Optional.of(session), report, service.audit(session.id()), status);
    }
}
