package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.consent.ConsentService;
import dev.kycport.app.internal.consent.SessionLookup;
import dev.kycport.app.internal.session.KycEvents;
import dev.kycport.app.internal.session.RetryOnConflict;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.observe.Observers;
import dev.kycport.app.step.KycEnvironment;
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
 * Withdraws consents, by session, by consent or by person. The ledger is written first, so that no further call is made even if
 * a session cannot be ended; and it does not matter whether any session is left.
 */
public final class WithdrawConsent {

    private static final Logger LOG = LoggerFactory.getLogger(WithdrawConsent.class);

    private final SessionRepository sessions;
    private final ConsentService consents;
    private final SessionLookup lookup;
    private final EndSession endSession;
    private final Observers observers;
    private final KycEnvironment environment;

    public WithdrawConsent(
            SessionRepository sessions,
            ConsentService consents,
            SessionLookup lookup,
            EndSession endSession,
            Observers observers,
            KycEnvironment environment) {
        this.sessions = sessions;
        this.consents = consents;
        this.lookup = lookup;
        this.endSession = endSession;
        this.observers = observers;
        this.environment = environment;
    }

    public Either<KycFailure, StepResult> withdraw(SessionId id) {
        return sessions.findToWithdraw(id)
                .flatMap(session -> recordWithdrawal(session.header().consent(), List.of(session)))
                .flatMap(consent -> endSession.endWithdrawn(id));
    }

    public Either<KycFailure, WithdrawnConsent> withdraw(ConsentId id) {
        List<KycSession> before = findSessions(id);
        return recordWithdrawal(id, before).flatMap(consent -> endSessions(id, before));
    }

    /**
     * Withdraws every consent of that person under which a call could be made or an identity is stored.
     *
     * @throws UnreadableRecordException if one cannot be read; the others are withdrawn first
     */
    public Either<KycFailure, List<WithdrawnConsent>> withdraw(SubjectRef person) {
        List<WithdrawnConsent> withdrawn = new ArrayList<>();
        List<UnreadableRecordException> unreadable = new ArrayList<>();
        for (ConsentId id : lookup.findConsents(person)) {
            try {
                Either<KycFailure, Optional<WithdrawnConsent>> result = withdrawIfActive(id);
                if (result.isLeft()) {
                    return Either.left(result.getLeft());
                }
                result.get().ifPresent(withdrawn::add);
            } catch (UnreadableRecordException damaged) {
                unreadable.add(damaged);
            }
        }
        if (!unreadable.isEmpty()) {
            throw unreadable.get(0);
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

    private Either<KycFailure, Consent> recordWithdrawal(ConsentId id, List<KycSession> affected) {
        return RetryOnConflict.retry(() -> consents.load(id).flatMap(recorded -> recordWithdrawal(recorded, affected)));
    }

    private Either<KycFailure, Consent> recordWithdrawal(
            ConsentService.RecordedConsent recorded, List<KycSession> affected) {
        Consent consent = recorded.consent();
        if (consent instanceof Consent.Withdrawn) {
            return Either.right(consent);
        }
        if (!(consent instanceof Consent.Given || consent instanceof Consent.Expired)) {
            return Either.left(new ConsentRejection.Missing());
        }
        ConsentEvent withdrawal = new ConsentEvent.WasWithdrawn(consent.id(), environment.now());
        return consents.append(withdrawal, recorded.position())
                .peek(event ->
                        affected.forEach(session -> observers.publish(KycEvents.consentWithdrawn(session, event.at()))))
                .map(event -> consent);
    }

    private Either<KycFailure, WithdrawnConsent> endSessions(ConsentId id, List<KycSession> affected) {
        List<WithdrawnConsent.Change> changes = new ArrayList<>();
        for (KycSession before : affected) {
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

    // The ledger is what prevents calls: a session that cannot be read must not prevent the withdrawal.
    private Optional<KycSession> findReadable(SessionId id) {
        try {
            return sessions.findToWithdraw(id).toJavaOptional();
        } catch (UnreadableRecordException damaged) {
            LOG.error("skipping session {} while withdrawing its consent: {}", id, damaged.getMessage());
            return Optional.empty();
        }
    }
}
