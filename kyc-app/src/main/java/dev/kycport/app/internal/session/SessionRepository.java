package dev.kycport.app.internal.session;

import dev.kycport.app.observe.Observers;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.SessionStore;
import dev.kycport.ports.store.UnreadableRecordException;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads sessions, reconciles them with the time and their consent, and saves them with their audit entries. */
public final class SessionRepository {

    private static final Logger LOG = LoggerFactory.getLogger(SessionRepository.class);

    private final SessionStore store;
    private final SessionReconciler reconciler;
    private final Observers observers;
    private final KycEnvironment environment;

    public SessionRepository(
            SessionStore store, SessionReconciler reconciler, Observers observers, KycEnvironment environment) {
        this.store = store;
        this.reconciler = reconciler;
        this.observers = observers;
        this.environment = environment;
    }

    /** Stores a new session. */
    public Either<KycFailure, StepResult> create(KycSession.Opened session) {
        AuditEntry entry = AuditEntries.step(session, session, environment.now());
        return store.create(SessionSnapshot.of(session), List.of(entry))
                .map(stored -> StepResult.of(log(session, entry)));
    }

    /**
     * The session in its current state. What expiry, a lost call and a withdrawn consent make of it is stored before it is
     * returned.
     */
    public Either<KycFailure, KycSession> find(SessionId id) {
        return RetryOnConflict.retry(() -> load(id).flatMap(this::reconcileAndSave));
    }

    /** Stores the next state. Left {@code session.busy}: another step was first. */
    public <S extends KycSession> Either<KycFailure, S> save(KycSession before, S after, AuditEntry entry) {
        return store.replace(before.header().revision(), SessionSnapshot.of(after), List.of(entry))
                .map(stored -> publish(before, after, entry));
    }

    /** Stores the next state of a step that asks no provider. */
    public Either<KycFailure, StepResult> saveStep(KycSession before, KycSession after) {
        return save(before, after, AuditEntries.step(before, after, environment.now()))
                .map(StepResult::of);
    }

    /** Like {@link #find}; a session whose identity cannot be decrypted comes as the withdrawal will leave it. */
    public Either<KycFailure, KycSession> findToWithdraw(SessionId id) {
        try {
            return find(id);
        } catch (UnreadableRecordException unreadable) {
            return Either.right(
                    findUnreadable(id).orElseThrow(() -> unreadable).endUnreadable(EndReason.CONSENT_WITHDRAWN));
        }
    }

    /** The session, if it holds an identity that cannot be decrypted. */
    public Optional<SessionSnapshot> findUnreadable(SessionId id) {
        return store.findWithoutIdentity(id).filter(SessionSnapshot::isIdentityUnreadable);
    }

    /** Stores the end of a session whose identity cannot be decrypted. Left {@code session.busy}: another step was first. */
    public Either<KycFailure, StepResult> saveErased(SessionSnapshot unreadable, KycSession.Ended ended) {
        AuditEntry entry = AuditEntries.step(unreadable.state(), ended, environment.now());
        return store.replace(unreadable.header().revision(), SessionSnapshot.of(ended), List.of(entry))
                .map(stored -> StepResult.of(publish(ended, ended, entry)));
    }

    /** Logs a stored state and notifies the listeners. */
    public <S extends KycSession> S publish(KycSession before, S after, AuditEntry entry) {
        KycEvents.of(before, log(after, entry), entry).ifPresent(observers::publish);
        return after;
    }

    // After a conflict the session is loaded again: the other step may not have reconciled it.
    private Either<KycFailure, KycSession> reconcileAndSave(KycSession session) {
        KycSession reconciled = reconciler.reconcile(session);
        return reconciled == session
                ? Either.right(session)
                : save(session, reconciled, AuditEntries.reconciled(session.state(), reconciled, environment.now()));
    }

    private Either<KycFailure, KycSession> load(SessionId id) {
        return store.find(id)
                .map(SessionSnapshot::restore)
                .<Either<KycFailure, KycSession>>map(Either::right)
                .orElseGet(() -> Either.left(new SessionRejection.Unknown()));
    }

    private static <S extends KycSession> S log(S session, AuditEntry entry) {
        LOG.debug(
                "session {} {} {}: {} -> {} {}",
                entry.session(),
                entry.kind().code(),
                entry.provider(),
                entry.from().code(),
                entry.to().code(),
                entry.code().orElse(""));
        return session;
    }
}
