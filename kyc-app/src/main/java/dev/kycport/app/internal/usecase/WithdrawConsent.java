package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.consent.ConsentService;
import dev.kycport.app.internal.consent.SessionLookup;
import dev.kycport.app.internal.session.KycEvents;
import dev.kycport.app.internal.session.RetryOnConflict;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.observe.Observers;
import dev.kycport.app.step.StepResult;
import dev.kycport.app.step.WithdrawnConsent;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.ConsentRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.store.UnreadableRecordException;
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
public final class WithdrawConsent {

    private static final Logger LOG = LoggerFactory.getLogger(WithdrawConsent.class);

    private final SessionRepository sessionRepository;
    private final ConsentService consents;
    private final SessionLookup lookup;
    private final EndSession endSession;
    private final Observers observers;

    public WithdrawConsent(
            SessionRepository sessionRepository,
            ConsentService consents,
            SessionLookup sessionLookup,
            EndSession ending,
            Observers observers) {
        this.sessionRepository = sessionRepository;
        this.consents = consents;
        this.lookup = sessionLookup;
        this.endSession = ending;
        this.observers = observers;
    }

    public Either<KycFailure, StepResult> withdraw(SessionId id) {
        return sessionRepository
                .findToWithdraw(id)
                .flatMap(session -> recordWithdrawal(session.header().consent(), List.of(session)))
                .flatMap(consent -> endSession.endWithdrawn(id));
    }

    public Either<KycFailure, WithdrawnConsent> withdraw(ConsentId id) {
        List<KycSession> before = findSessions(id);
        return recordWithdrawal(id, before).flatMap(consent -> endSessions(id, before));
    }

    /**
     * Every consent of that person under which a call could be made or something is kept.
     *
     * @throws UnreadableRecordException if one cannot be read; the others are taken back all the same
     */
    public Either<KycFailure, List<WithdrawnConsent>> withdraw(SubjectRef person) {
        List<WithdrawnConsent> withdrawn = new ArrayList<>();
        List<UnreadableRecordException> unreadable = new ArrayList<>();
        for (ConsentId id : lookup.findConsents(person)) {
            try {
                Either<KycFailure, Optional<WithdrawnConsent>> one = withdrawIfActive(id);
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

    private Either<KycFailure, Optional<WithdrawnConsent>> withdrawIfActive(ConsentId id) {
        return isActive(id) ? withdraw(id).map(Optional::of) : Either.right(Optional.empty());
    }

    private boolean isActive(ConsentId id) {
        return consents.find(id).exists(Consent.Given.class::isInstance)
                || findSessions(id).stream().anyMatch(KycSession.Verified.class::isInstance);
    }

    private Either<KycFailure, Consent> recordWithdrawal(ConsentId id, List<KycSession> sessions) {
        return RetryOnConflict.retry(() -> consents.load(id).flatMap(found -> recordWithdrawal(found, sessions)));
    }

    private Either<KycFailure, Consent> recordWithdrawal(
            ConsentService.RecordedConsent found, List<KycSession> sessions) {
        if (found.consent() instanceof Consent.Withdrawn withdrawn) {
            return Either.right(withdrawn);
        }
        if (!(found.consent() instanceof Consent.Given || found.consent() instanceof Consent.Expired)) {
            return Either.left(new ConsentRejection.Missing());
        }
        return consents.append(
                        new ConsentEvent.WasWithdrawn(found.consent().id(), sessionRepository.now()), found.position())
                .peek(event ->
                        sessions.forEach(session -> observers.publish(KycEvents.consentWithdrawn(session, event.at()))))
                .map(event -> found.consent());
    }

    private Either<KycFailure, WithdrawnConsent> endSessions(ConsentId id, List<KycSession> sessions) {
        List<WithdrawnConsent.Change> changes = new ArrayList<>();
        for (KycSession before : sessions) {
            Either<KycFailure, StepResult> after = endSession.endWithdrawn(before.id());
            if (after.isLeft()) {
                return Either.left(after.getLeft());
            }
            changes.add(new WithdrawnConsent.Change(before, after.get().session()));
        }
        return Either.right(new WithdrawnConsent(id, changes));
    }

    private List<KycSession> findSessions(ConsentId id) {
        return lookup.findSessions(id).stream()
                .flatMap(session -> findReadable(session).stream())
                .toList();
    }

    // The ledger is what keeps calls from being made: a session that cannot be read must not keep a consent standing.
    private Optional<KycSession> findReadable(SessionId id) {
        try {
            return sessionRepository.findToWithdraw(id).toJavaOptional();
        } catch (UnreadableRecordException damaged) {
            LOG.error("passed over while its consent is withdrawn: {}", damaged.getMessage());
            return Optional.empty();
        }
    }
}
