package dev.kycport.tck;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.ports.store.PendingCodeStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The smallest store of pending codes that keeps every promise; broken ones change one method. */
class ToyPendingCodeStore implements PendingCodeStore {

    private final Object lock = new Object();
    private final List<Reservation> claims = new ArrayList<>();

    /** Who holds a number, and for how long. */
    record Reservation(IdentityNumber number, SessionId session, Instant until) {}

    @Override
    public Optional<Instant> reserve(IdentityNumber number, SessionId session, Instant now, Instant until) {
        synchronized (lock) {
            Optional<Instant> taken = taken(number, session, now);
            if (taken.isEmpty()) {
                keep(new Reservation(number, session, until));
            }
            return taken;
        }
    }

    @Override
    public void release(IdentityNumber number, SessionId session) {
        synchronized (lock) {
            claims.removeIf(reservation ->
                    isOf(reservation, number) && reservation.session().equals(session));
        }
    }

    /** From when the number is free, if another session holds it. */
    final Optional<Instant> taken(IdentityNumber number, SessionId session, Instant now) {
        synchronized (lock) {
            return claims.stream()
                    .filter(reservation -> isOf(reservation, number))
                    .filter(reservation -> !reservation.session().equals(session) && isOpen(reservation, now))
                    .map(Reservation::until)
                    .findFirst();
        }
    }

    /** In place of whatever there was. */
    final void keep(Reservation reservation) {
        synchronized (lock) {
            drop(reservation.number());
            claims.add(reservation);
        }
    }

    /** Whichever session holds it. */
    final void drop(IdentityNumber number) {
        synchronized (lock) {
            claims.removeIf(reservation -> isOf(reservation, number));
        }
    }

    boolean isOf(Reservation reservation, IdentityNumber number) {
        return reservation.number().equals(number);
    }

    boolean isOpen(Reservation reservation, Instant now) {
        return now.isBefore(reservation.until());
    }
}
