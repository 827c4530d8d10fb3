package dev.kycport.app;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.AuditTrail;
import dev.kycport.ports.ConsentLedger;
import dev.kycport.ports.SessionStore;
import dev.kycport.ports.StoreUnavailableException;
import dev.kycport.ports.Stores;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Stores that die at a given write, right before or right after it took place, and stay dead. */
final class Mortal implements SessionStore, ConsentLedger, AuditTrail {

    /** On which side of a write death comes. */
    enum Side {
        BEFORE,
        AFTER
    }

    private final Stores stores;
    private final int last;
    private final Side side;
    private int writes;
    private boolean dead;

    private Mortal(Stores stores, int last, Side side) {
        this.stores = stores;
        this.last = last;
        this.side = side;
    }

    /** Stores over these that die at that write, counted from one. */
    static Mortal at(int write, Side side, Stores stores) {
        return new Mortal(stores, write, side);
    }

    static Mortal never(Stores stores) {
        return new Mortal(stores, Integer.MAX_VALUE, Side.BEFORE);
    }

    Stores asStores() {
        return new Stores(this, this, this, () -> {});
    }

    int writes() {
        return writes;
    }

    boolean isDead() {
        return dead;
    }

    @Override
    public Either<SessionRejection.Busy, SessionSnapshot> create(SessionSnapshot session, List<AuditEntry> entries) {
        return write(() -> stores.sessions().create(session, entries));
    }

    @Override
    public Optional<SessionSnapshot> find(SessionId id) {
        return read(() -> stores.sessions().find(id));
    }

    @Override
    public Either<SessionRejection.Busy, SessionSnapshot> replace(
            long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
        return write(() -> stores.sessions().replace(expectedRevision, next, entries));
    }

    @Override
    public int settleDue(Instant now, Function<SessionSnapshot, Optional<Settled>> settle) {
        return write(() -> stores.sessions().settleDue(now, settle));
    }

    @Override
    public List<ConsentEvent> events(ConsentId consent) {
        return read(() -> stores.consents().events(consent));
    }

    @Override
    public Either<SessionRejection.Busy, ConsentEvent> append(ConsentEvent event, int position) {
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

    private <T> T write(Supplier<T> write) {
        writes++;
        if (writes == last) {
            if (side == Side.AFTER) {
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
