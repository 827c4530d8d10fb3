package dev.kycport.app.internal.session;

import dev.kycport.app.observe.Observers;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.ports.store.SessionStore;
import dev.kycport.ports.store.StepStore;
import dev.kycport.ports.store.StepWrites;
import dev.kycport.ports.store.UnreadableRecordException;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads sessions, reconciles them with the time and their consent, and saves them with their audit entries. */
public final class SessionRepository {

    private static final Logger LOG = LoggerFactory.getLogger(SessionRepository.class);

    private final SessionStore store;
    private final StepStore steps;
    private final SessionReconciler reconciler;
    private final Observers observers;
    private final KycEnvironment environment;

    public SessionRepository(
            SessionStore store,
            StepStore steps,
            SessionReconciler reconciler,
            Observers observers,
            KycEnvironment environment) {
        this.store = store;
        this.steps = steps;
        this.reconciler = reconciler;
        this.observers = observers;
        this.environment = environment;
    }

    /** Stores a new session together with the request for its consent. */
    public Either<KycFailure, StepResult> create(KycSession.Opened session, ConsentEvent.WasAsked asked) {
        AuditEntry entry = AuditEntries.step(session, session, environment.now());
        return steps.store(StepWrites.create(SessionSnapshot.of(session), List.of(entry))
                        .with(asked, 0))
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
        return store(writes(before, after, entry), before, after, entry);
    }

    /** Stores the next state of a step that asks no provider. */
    public Either<KycFailure, StepResult> saveStep(KycSession before, KycSession after) {
        return save(before, after, AuditEntries.step(before, after, environment.now()))
                .map(StepResult::of);
    }

    /** Stores the next state together with the event of its consent that leads to it. */
    public Either<KycFailure, StepResult> saveStep(
            KycSession before, KycSession after, ConsentEvent event, int position) {
        AuditEntry entry = AuditEntries.step(before, after, environment.now());
        return store(writes(before, after, entry).with(event, position), before, after, entry)
                .map(StepResult::of);
    }

    /**
     * Stores the intent of a call together with the use of the consent, and reserves the number that a code is sent to. Left:
     * the consent does not cover the call, another session holds the number, or {@code session.busy}: another step was first.
     */
    public Either<KycFailure, ConsentProof> saveIntent(ProviderCallIntent intent, ConsentUse use) {
        Instant now = environment.now();
        AuditEntry entry = AuditEntries.intent(intent, now);
        StepWrites writes = writes(intent.before(), intent.inFlight(), entry);
        return steps.prove(use, now, intent.reservation().map(writes::with).orElse(writes))
                .peek(proof -> publish(intent.before(), intent.inFlight(), entry));
    }

    /** Stores the outcome of a call, and what becomes of the number's reservation. Left {@code session.busy}: it is too late. */
    public Either<KycFailure, KycSession> saveOutcome(ProviderCallIntent intent, CallOutcome outcome) {
        AuditEntry entry = AuditEntries.outcome(intent, outcome, environment.now());
        StepWrites writes = writes(intent.inFlight(), outcome.next(), entry);
        return store(outcome.number().map(writes::with).orElse(writes), intent.inFlight(), outcome.next(), entry);
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
        return steps.store(
                        StepWrites.replace(unreadable.header().revision(), SessionSnapshot.of(ended), List.of(entry)))
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

    private static StepWrites writes(KycSession before, KycSession after, AuditEntry entry) {
        return StepWrites.replace(before.header().revision(), SessionSnapshot.of(after), List.of(entry));
    }

    private <S extends KycSession> Either<KycFailure, S> store(
            StepWrites writes, KycSession before, S after, AuditEntry entry) {
        return steps.store(writes).map(stored -> publish(before, after, entry));
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
