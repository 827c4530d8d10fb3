package dev.kycport.app.internal.session;

import dev.kycport.app.internal.provider.ProviderDirectory;
import dev.kycport.app.observe.Observers;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.Policies;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.SessionStore;
import dev.kycport.ports.store.UnreadableRecordException;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where sessions are looked up, settled and put back: every state on record has passed over this desk. */
public final class SessionRepository {

    private static final Logger LOG = LoggerFactory.getLogger(SessionRepository.class);

    private final SessionStore sessions;
    private final ProviderDirectory directory;
    private final KycEnvironment kycEnvironment;
    private final SessionReconciler sessionReconciler;
    private final Observers observers;

    public SessionRepository(
            SessionStore sessions,
            ProviderDirectory directory,
            KycEnvironment kycEnvironment,
            SessionReconciler sessionReconciler,
            Observers observers) {
        this.sessions = sessions;
        this.directory = directory;
        this.kycEnvironment = kycEnvironment;
        this.sessionReconciler = sessionReconciler;
        this.observers = observers;
    }

    public Instant now() {
        return kycEnvironment.now();
    }

    public ProviderDirectory directory() {
        return directory;
    }

    public Policies policies(KycSession session) {
        return directory.policies(session.header().provider());
    }

    public byte[] randomBytes(int bytes) {
        return kycEnvironment.randomness().apply(bytes);
    }

    public Either<KycFailure, KycSession> create(KycSession.Opened session) {
        AuditEntry entry = AuditEntries.step(session, session, now());
        return sessions.create(SessionSnapshot.of(session), List.of(entry)).map(stored -> log(session, entry));
    }

    /**
     * The session as it stands now: what time, lost outcomes and a withdrawn consent have made of it is stored before anyone
     * sees it.
     */
    public Either<KycFailure, KycSession> find(SessionId id) {
        return RetryOnConflict.retry(() -> load(id).flatMap(this::reconcileAndSave));
    }

    /** Puts the next state on record, unless another step came first. */
    public <S extends KycSession> Either<KycFailure, S> save(KycSession before, S after, AuditEntry entry) {
        return sessions.replace(before.header().revision(), SessionSnapshot.of(after), List.of(entry))
                .map(stored -> publish(before, after, entry));
    }

    /** The session as {@link #find} tells it; one whose identity does not open as it will be without it. */
    public Either<KycFailure, KycSession> findToWithdraw(SessionId id) {
        try {
            return find(id);
        } catch (UnreadableRecordException sealed) {
            return Either.right(
                    findUnreadable(id).orElseThrow(() -> sealed).endUnreadable(EndReason.CONSENT_WITHDRAWN));
        }
    }

    /** That session, if it holds an identity that does not open. */
    public Optional<SessionSnapshot> findUnreadable(SessionId id) {
        return sessions.findWithoutIdentity(id).filter(SessionSnapshot::isIdentityUnreadable);
    }

    /** Puts the end of such a session on record, unless another step came first. */
    public Either<KycFailure, KycSession.Ended> saveErased(SessionSnapshot bereft, KycSession.Ended ended) {
        AuditEntry entry = AuditEntries.step(bereft.state(), ended, now());
        return sessions.replace(bereft.header().revision(), SessionSnapshot.of(ended), List.of(entry))
                .map(stored -> publish(ended, ended, entry));
    }

    // Whoever else stored something first may not have settled it.
    private Either<KycFailure, KycSession> reconcileAndSave(KycSession session) {
        KycSession settled = sessionReconciler.reconcile(session);
        return settled == session
                ? Either.right(session)
                : save(session, settled, AuditEntries.reconciled(session.state(), settled, now()));
    }

    private Either<KycFailure, KycSession> load(SessionId id) {
        return sessions.find(id)
                .map(SessionSnapshot::restore)
                .<Either<KycFailure, KycSession>>map(Either::right)
                .orElseGet(() -> Either.left(new SessionRejection.Unknown()));
    }

    /** Tells whoever looks on of a state that is stored. */
    public <S extends KycSession> S publish(KycSession before, S after, AuditEntry entry) {
        log(after, entry);
        KycEvents.of(before, after, entry).ifPresent(observers::publish);
        return after;
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
