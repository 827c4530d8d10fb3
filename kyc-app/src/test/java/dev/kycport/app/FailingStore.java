package dev.kycport.app;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.AuditTrail;
import dev.kycport.ports.store.ConsentLedger;
import dev.kycport.ports.store.PendingCodeStore;
import dev.kycport.ports.store.SessionStore;
import dev.kycport.ports.store.StepStore;
import dev.kycport.ports.store.StepWrites;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.Stores;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Stores that die at a given write, right before or right after it took place, and stay dead. */
final class FailingStore implements SessionStore, ConsentLedger, AuditTrail, StepStore {

    /** On which side of a write death comes. */
    enum CrashPoint {
        BEFORE,
        AFTER
    }

    /** Whether the stores share a transaction. */
    enum Layout {
        SEPARATE(2),
        TOGETHER(1);

        /** How many writes open a session. */
        final int opening;

        Layout(int opening) {
            this.opening = opening;
        }
    }

    private final Stores stores;
    private final int last;
    private final CrashPoint crashPoint;
    private int writes;
    private boolean dead;

    private FailingStore(Stores stores, int last, CrashPoint crashPoint) {
        this.stores = stores;
        this.last = last;
        this.crashPoint = crashPoint;
    }

    /** Stores over these that die at that write, counted from one. */
    static FailingStore failingAt(int write, CrashPoint crashPoint, Stores stores) {
        return new FailingStore(stores, write, crashPoint);
    }

    static FailingStore neverFailing(Stores stores) {
        return new FailingStore(stores, Integer.MAX_VALUE, CrashPoint.BEFORE);
    }

    Stores asStores() {
        return asStores(Layout.SEPARATE);
    }

    Stores asStores(Layout layout) {
        return layout == Layout.SEPARATE
                ? new Stores(this, this, this, () -> {})
                : new Stores(this, this, this, PendingCodeStore.NONE, this, Optional.empty(), () -> {});
    }

    int writes() {
        return writes;
    }

    boolean hasFailed() {
        return dead;
    }

    @Override
    public Either<KycFailure, SessionSnapshot> create(SessionSnapshot session, List<AuditEntry> entries) {
        return write(() -> stores.sessions().create(session, entries));
    }

    @Override
    public List<SessionId> findLive(SubjectRef subject) {
        return read(() -> stores.sessions().findLive(subject));
    }

    @Override
    public Optional<SessionSnapshot> find(SessionId id) {
        return read(() -> stores.sessions().find(id));
    }

    @Override
    public Either<KycFailure, SessionSnapshot> replace(
            long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
        return write(() -> stores.sessions().replace(expectedRevision, next, entries));
    }

    @Override
    public int reconcileDue(Instant now, Function<SessionSnapshot, Optional<Reconciled>> reconcile) {
        return write(() -> stores.sessions().reconcileDue(now, reconcile));
    }

    @Override
    public List<ConsentEvent> events(ConsentId consent) {
        return read(() -> stores.consents().events(consent));
    }

    @Override
    public Either<KycFailure, SessionSnapshot> store(StepWrites writes) {
        return write(() -> stores.steps().store(writes));
    }

    @Override
    public Either<KycFailure, ConsentEvent> append(ConsentEvent event, int position) {
        return write(() -> stores.consents().append(event, position));
    }

    @Override
    public void append(AuditEntry entry) {
        write(() -> {
            stores.audit().append(entry);
            return entry;
        });
    }

    @Override
    public List<AuditEntry> entries(SessionId session) {
        return read(() -> stores.audit().entries(session));
    }

    @Override
    public Optional<AuditEntry> findLast(SessionId session) {
        return read(() -> stores.audit().findLast(session));
    }

    private <T> T write(Supplier<T> write) {
        writes++;
        if (writes == last) {
            if (crashPoint == CrashPoint.AFTER) {
                read(write);
            }
            dead = true;
        }
        return read(write);
    }

    private <T> T read(Supplier<T> what) {
        if (dead) {
            throw new StoreUnavailableException("the store is dead");
        }
        return what.get();
    }
}
