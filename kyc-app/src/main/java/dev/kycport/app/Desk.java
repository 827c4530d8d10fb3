package dev.kycport.app;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.Policies;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.domain.session.Settlement;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.KycProvider;
import dev.kycport.ports.SessionStore;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where sessions are looked up, settled and put back: every state on record has passed over this desk. */
final class Desk {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final Duration PATIENCE_WITH_THE_UNKNOWN = Duration.ofMinutes(2);

    private final SessionStore sessions;
    private final ProviderDirectory directory;
    private final Surroundings surroundings;
    private final Onlookers onlookers;

    Desk(SessionStore sessions, ProviderDirectory directory, Surroundings surroundings, Onlookers onlookers) {
        this.sessions = sessions;
        this.directory = directory;
        this.surroundings = surroundings;
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

    /** The session as it stands now: what time and lost outcomes have made of it is stored before anyone sees it. */
    Either<KycFailure, KycSession> find(SessionId id) {
        return stored(id).flatMap(session -> {
            KycSession settled = Settlement.of(session, now(), patience(session), policies(session));
            return settled == session ? Either.right(session) : settle(session, settled);
        });
    }

    /** Puts the next state on record, unless another step came first. */
    <S extends KycSession> Either<KycFailure, S> save(KycSession before, S after, AuditEntry entry) {
        return sessions.replace(before.dossier().revision(), SessionSnapshot.of(after), List.of(entry))
                .<KycFailure>mapLeft(busy -> busy)
                .map(stored -> told(before, logged(after, entry), entry));
    }

    // Whoever else stored something first has settled it, too.
    private Either<KycFailure, KycSession> settle(KycSession session, KycSession settled) {
        return save(session, settled, Entries.settled(session, settled, now())).orElse(() -> stored(session.id()));
    }

    private Either<KycFailure, KycSession> stored(SessionId id) {
        return sessions.find(id)
                .map(SessionSnapshot::restore)
                .<Either<KycFailure, KycSession>>map(Either::right)
                .orElseGet(() -> Either.left(new SessionRejection.Unknown()));
    }

    private Duration patience(KycSession session) {
        return directory
                .find(session.dossier().provider())
                .map(KycProvider::patience)
                .orElse(PATIENCE_WITH_THE_UNKNOWN);
    }

    private <S extends KycSession> S told(KycSession before, S after, AuditEntry entry) {
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
