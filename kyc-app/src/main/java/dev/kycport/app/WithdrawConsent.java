package dev.kycport.app;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.ConsentRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.UnreadableRecordException;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes consents back, by whatever the person can name. The ledger comes first, so that no further call is made whatever becomes
 * of the sessions; and it does not matter whether any is left.
 */
final class WithdrawConsent {

    private static final Logger LOG = LoggerFactory.getLogger(WithdrawConsent.class);

    private final Desk desk;
    private final ConsentDesk consents;
    private final Opened opened;
    private final EndSession ending;
    private final Onlookers onlookers;

    WithdrawConsent(Desk desk, ConsentDesk consents, Opened opened, EndSession ending, Onlookers onlookers) {
        this.desk = desk;
        this.consents = consents;
        this.opened = opened;
        this.ending = ending;
        this.onlookers = onlookers;
    }

    Either<KycFailure, Progress> of(SessionId id) {
        return desk.findToWithdraw(id)
                .flatMap(session -> taken(session.dossier().consent(), List.of(session)))
                .flatMap(consent -> ending.forget(id));
    }

    Either<KycFailure, WithdrawnConsent> of(ConsentId id) {
        List<KycSession> before = sessions(id);
        return taken(id, before).flatMap(consent -> forgotten(id, before));
    }

    /**
     * Every consent of that person under which a call could be made or something is kept.
     *
     * @throws UnreadableRecordException if one cannot be read; the others are taken back all the same
     */
    Either<KycFailure, List<WithdrawnConsent>> of(SubjectRef person) {
        List<WithdrawnConsent> withdrawn = new ArrayList<>();
        List<UnreadableRecordException> unreadable = new ArrayList<>();
        for (ConsentId id : opened.by(person)) {
            try {
                Either<KycFailure, Optional<WithdrawnConsent>> one = ifStanding(id);
                if (one.isLeft()) {
                    return Either.left(one.getLeft());
                }
                one.get().ifPresent(withdrawn::add);
            } catch (UnreadableRecordException damaged) {
                unreadable.add(damaged);
            }
        }
        for (UnreadableRecordException first : unreadable) {
            throw first;
        }
        return withdrawn.isEmpty() ? Either.left(new ConsentRejection.Missing()) : Either.right(List.copyOf(withdrawn));
    }

    private Either<KycFailure, Optional<WithdrawnConsent>> ifStanding(ConsentId id) {
        return isStanding(id) ? of(id).map(Optional::of) : Either.right(Optional.empty());
    }

    private boolean isStanding(ConsentId id) {
        return consents.find(id).exists(Consent.Given.class::isInstance)
                || sessions(id).stream().anyMatch(KycSession.Verified.class::isInstance);
    }

    private Either<KycFailure, Consent> taken(ConsentId id, List<KycSession> sessions) {
        return Insistence.on(() -> consents.read(id).flatMap(found -> taken(found, sessions)));
    }

    private Either<KycFailure, Consent> taken(ConsentDesk.OnRecord found, List<KycSession> sessions) {
        if (found.consent() instanceof Consent.Withdrawn withdrawn) {
            return Either.right(withdrawn);
        }
        if (!(found.consent() instanceof Consent.Given || found.consent() instanceof Consent.Expired)) {
            return Either.left(new ConsentRejection.Missing());
        }
        return consents.append(new ConsentEvent.WasWithdrawn(found.consent().id(), desk.now()), found.position())
                .peek(event -> sessions.forEach(session -> onlookers.tell(Events.withdrawn(session, event.at()))))
                .map(event -> found.consent());
    }

    private Either<KycFailure, WithdrawnConsent> forgotten(ConsentId id, List<KycSession> sessions) {
        List<WithdrawnConsent.Change> changes = new ArrayList<>();
        for (KycSession before : sessions) {
            Either<KycFailure, Progress> after = ending.forget(before.id());
            if (after.isLeft()) {
                return Either.left(after.getLeft());
            }
            changes.add(new WithdrawnConsent.Change(before, after.get().session()));
        }
        return Either.right(new WithdrawnConsent(id, changes));
    }

    private List<KycSession> sessions(ConsentId id) {
        return opened.with(id).stream()
                .flatMap(session -> readable(session).stream())
                .toList();
    }

    // The ledger is what keeps calls from being made: a session that cannot be read must not keep a consent standing.
    private Optional<KycSession> readable(SessionId id) {
        try {
            return desk.findToWithdraw(id).toJavaOptional();
        } catch (UnreadableRecordException damaged) {
            LOG.error("passed over while its consent is withdrawn: {}", damaged.getMessage());
            return Optional.empty();
        }
    }
}
