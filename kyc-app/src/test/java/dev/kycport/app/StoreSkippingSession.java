package dev.kycport.app;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.SessionStore;
import dev.kycport.ports.store.Stores;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A store that reconciles one session like any other, and then does not store the result. */
record StoreSkippingSession(SessionId skipped, SessionStore store) implements SessionStore {

    static Stores skip(SessionId session, Stores stores) {
        return new Stores(
                new StoreSkippingSession(session, stores.sessions()),
                stores.consents(),
                stores.audit(),
                stores.onClose());
    }

    @Override
    public Either<KycFailure, SessionSnapshot> create(SessionSnapshot session, List<AuditEntry> entries) {
        return store.create(session, entries);
    }

    @Override
    public List<SessionId> findLive(SubjectRef subject) {
        return store.findLive(subject);
    }

    @Override
    public Optional<SessionSnapshot> find(SessionId id) {
        return store.find(id);
    }

    @Override
    public Either<KycFailure, SessionSnapshot> replace(
            long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
        return store.replace(expectedRevision, next, entries);
    }

    @Override
    public int reconcileDue(Instant now, Function<SessionSnapshot, Optional<Reconciled>> reconcile) {
        return store.reconcileDue(
                now,
                due -> reconcile
                        .apply(due)
                        .filter(reconciled -> !due.header().id().equals(skipped)));
    }
}
