package dev.kycport.app;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.SessionStore;
import dev.kycport.ports.Stores;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A store that hands one session over to be settled like any other, and then does not store what comes of it. */
record Reluctant(SessionId about, SessionStore store) implements SessionStore {

    static Stores about(SessionId session, Stores stores) {
        return new Stores(
                new Reluctant(session, stores.sessions()), stores.consents(), stores.audit(), stores.closing());
    }

    @Override
    public Either<SessionRejection.Busy, SessionSnapshot> create(SessionSnapshot session, List<AuditEntry> entries) {
        return store.create(session, entries);
    }

    @Override
    public Optional<SessionSnapshot> find(SessionId id) {
        return store.find(id);
    }

    @Override
    public Either<SessionRejection.Busy, SessionSnapshot> replace(
            long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
        return store.replace(expectedRevision, next, entries);
    }

    @Override
    public int settleDue(Instant now, Function<SessionSnapshot, Optional<Settled>> settle) {
        return store.settleDue(
                now,
                due -> settle.apply(due).filter(settled -> !due.dossier().id().equals(about)));
    }
}
