package dev.kycport.app;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.Policies;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.SessionStore;
import dev.kycport.ports.UnreadableRecordException;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where sessions are looked up, settled and put back: every state on record has passed over this desk. */
final class Desk {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final SessionStore sessions;
    private final ProviderDirectory directory;
    private final Surroundings surroundings;
    private final Reckoning reckoning;
    private final Onlookers onlookers;

    Desk(
            SessionStore sessions,
            ProviderDirectory directory,
            Surroundings surroundings,
            Reckoning reckoning,
            Onlookers onlookers) {
        this.sessions = sessions;
        this.directory = directory;
        this.surroundings = surroundings;
        this.reckoning = reckoning;
        this.onlookers = onlookers;
    }

    Instant now() {
        return surroundings.now();
    }

    ProviderDirectory directory() {
        return directory;
    }

    Policies policies(KycSession session) {
        return directory.policies(session.dossier().provider());
    }

    byte[] random(int bytes) {
        return surroundings.randomness().apply(bytes);
    }

    Either<KycFailure, KycSession> open(KycSession.Opened session) {
        AuditEntry entry = Entries.step(session, session, now());
        return sessions.create(SessionSnapshot.of(session), List.of(entry))
                .<KycFailure>mapLeft(busy -> busy)
                .map(stored -> logged(session, entry));
    }

    /**
     * The session as it stands now: what time, lost outcomes and a withdrawn consent have made of it is stored before anyone
     * sees it.
     */
    Either<KycFailure, KycSession> find(SessionId id) {
        return Insistence.on(() -> stored(id).flatMap(this::settled));
    }

    /** Puts the next state on record, unless another step came first. */
    <S extends KycSession> Either<KycFailure, S> save(KycSession before, S after, AuditEntry entry) {
        return sessions.replace(before.dossier().revision(), SessionSnapshot.of(after), List.of(entry))
                .<KycFailure>mapLeft(busy -> busy)
                .map(stored -> tell(before, after, entry));
    }

    /** The session as {@link #find} tells it; one whose identity does not open as it will be without it. */
    Either<KycFailure, KycSession> findToWithdraw(SessionId id) {
        try {
            return find(id);
        } catch (UnreadableRecordException sealed) {
            return Either.right(bereft(id).orElseThrow(() -> sealed).erased(EndReason.CONSENT_WITHDRAWN));
        }
    }

    /** That session, if it holds an identity that does not open. */
    Optional<SessionSnapshot> bereft(SessionId id) {
        return sessions.findUnopened(id).filter(SessionSnapshot::isBereft);
    }

    /** Puts the end of such a session on record, unless another step came first. */
    Either<KycFailure, KycSession.Ended> erase(SessionSnapshot bereft, KycSession.Ended ended) {
        AuditEntry entry = Entries.step(bereft.state(), ended, now());
        return sessions.replace(bereft.dossier().revision(), SessionSnapshot.of(ended), List.of(entry))
                .<KycFailure>mapLeft(busy -> busy)
                .map(stored -> tell(ended, ended, entry));
    }

    // Whoever else stored something first may not have settled it.
    private Either<KycFailure, KycSession> settled(KycSession session) {
        KycSession settled = reckoning.seen(session);
        return settled == session
                ? Either.right(session)
                : save(session, settled, Entries.settled(session.state(), settled, now()));
    }

    private Either<KycFailure, KycSession> stored(SessionId id) {
        return sessions.find(id)
                .map(SessionSnapshot::restore)
                .<Either<KycFailure, KycSession>>map(Either::right)
                .orElseGet(() -> Either.left(new SessionRejection.Unknown()));
    }

    /** Tells whoever looks on of a state that is stored. */
    <S extends KycSession> S tell(KycSession before, S after, AuditEntry entry) {
        logged(after, entry);
        Events.of(before, after, entry).ifPresent(onlookers::tell);
        return after;
    }

    private static <S extends KycSession> S logged(S session, AuditEntry entry) {
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
