package dev.kycport.app.runtime;

import dev.kycport.adapter.memory.InMemoryStoreFactory;
import dev.kycport.app.EmptyLedgerReader;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import dev.kycport.ports.spi.StoreFactory;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.PendingCodeStore;
import dev.kycport.ports.store.RetentionStore;
import dev.kycport.ports.store.SessionStore;
import dev.kycport.ports.store.Stores;
import io.vavr.control.Either;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Stores that say they last, and always have one session to purge.
 *
 * @param onReconcile runs whenever due sessions are reconciled
 */
record PersistentStoresStub(Runnable onReconcile) implements StoreFactory {

    @Override
    public boolean supports(String url) {
        return url.equals("lasting");
    }

    @Override
    public List<Setting<?>> settings(String url) {
        return List.of();
    }

    @Override
    public Stores open(String url, Settings settings) {
        Stores fake = InMemoryStoreFactory.stores();
        return new Stores(
                new ObservedSessionStore(fake.sessions(), onReconcile),
                fake.consents(),
                fake.audit(),
                PendingCodeStore.NONE,
                Optional.of(new Stores.AdminStores(new EmptyLedgerReader(), new OneOldSessionStore())),
                fake.onClose());
    }

    private record ObservedSessionStore(SessionStore store, Runnable onReconcile) implements SessionStore {

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
            onReconcile.run();
            return store.reconcileDue(now, reconcile);
        }
    }

    private static final class OneOldSessionStore implements RetentionStore {

        @Override
        public long countExpiredIdentities(Instant now) {
            return 0;
        }

        @Override
        public void recordPurge(Instant at, Instant before, PurgeExtras purgeExtras) {}

        @Override
        public PurgeCounts countPurgeable(Instant before) {
            return new PurgeCounts(1, 0, 0);
        }

        @Override
        public PurgeCounts purge(Instant before, Instant now, ArchiveSink archive) throws IOException {
            archive.append(List.of("{}"));
            return countPurgeable(before);
        }

        @Override
        public List<Purge> findPurges() {
            return List.of();
        }

        @Override
        public boolean placeHold(SubjectRef subject, String reason, Instant now) {
            return true;
        }

        @Override
        public boolean releaseHold(SubjectRef subject) {
            return false;
        }

        @Override
        public List<LegalHold> findHolds() {
            return List.of();
        }
    }
}
