package dev.kycport.tck;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.ports.PendingCodeStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The smallest store of pending codes that keeps every promise; broken ones change one method. */
class ToyPending implements PendingCodeStore {

    private final Object lock = new Object();
    private final List<Claim> claims = new ArrayList<>();

    /** Who holds a number, and for how long. */
    record Claim(IdentityNumber number, SessionId session, Instant until) {}

    @Override
    public Optional<Instant> claim(IdentityNumber number, SessionId session, Instant now, Instant until) {
        synchronized (lock) {
            Optional<Instant> taken = taken(number, session, now);
            if (taken.isEmpty()) {
                keep(new Claim(number, session, until));
            }
            return taken;
        }
    }

    @Override
    public void release(IdentityNumber number, SessionId session) {
        synchronized (lock) {
            claims.removeIf(claim -> isOf(claim, number) && claim.session().equals(session));
        }
    }

    /** From when the number is free, if another session holds it. */
    final Optional<Instant> taken(IdentityNumber number, SessionId session, Instant now) {
        synchronized (lock) {
            return claims.stream()
                    .filter(claim -> isOf(claim, number))
                    .filter(claim -> !claim.session().equals(session) && isOpen(claim, now))
                    .map(Claim::until)
                    .findFirst();
        }
    }

    /** In place of whatever there was. */
    final void keep(Claim claim) {
        synchronized (lock) {
            drop(claim.number());
            claims.add(claim);
        }
    }

    /** Whoever holds it. */
    final void drop(IdentityNumber number) {
        synchronized (lock) {
            claims.removeIf(claim -> isOf(claim, number));
        }
    }

    boolean isOf(Claim claim, IdentityNumber number) {
        return claim.number().equals(number);
    }

    boolean isOpen(Claim claim, Instant now) {
        return now.isBefore(claim.until());
    }
}
