package dev.kycport.adapter.memory;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.ports.store.PendingCodeStore;
import dev.kycport.ports.store.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Claims under one lock, by a hash of the number under a key that nobody knows and that goes with the process. When it is full,
 * claims that have lapsed make room; one that stands never does.
 */
final class InMemoryPendingCodeStore implements PendingCodeStore {

    static final int MAX_RESERVATIONS = 100_000;

    private static final String HASH = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    // In the order in which they were made, which is about the order in which they lapse.
    private final Map<String, Reservation> reservations = new LinkedHashMap<>();
    private final int most;
    private final Mac mac;

    private record Reservation(SessionId session, Instant until) {

        boolean isOpen(Instant now) {
            return now.isBefore(until);
        }
    }

    InMemoryPendingCodeStore(int most) {
        this.most = most;
        this.mac = newMac();
    }

    @Override
    public synchronized Optional<Instant> reserve(
            IdentityNumber number, SessionId session, Instant now, Instant until) {
        String hash = hash(number);
        Optional<Instant> taken = Optional.ofNullable(reservations.get(hash))
                .filter(reservation ->
                        reservation.isOpen(now) && !reservation.session().equals(session))
                .map(Reservation::until);
        if (taken.isEmpty()) {
            reservations.remove(hash);
            makeRoom(now);
            reservations.put(hash, new Reservation(session, until));
        }
        return taken;
    }

    @Override
    public synchronized void release(IdentityNumber number, SessionId session) {
        reservations.computeIfPresent(
                hash(number), (hash, reservation) -> reservation.session().equals(session) ? null : reservation);
    }

    /** What restores the reservation of that number as it is now. */
    synchronized Runnable restoring(IdentityNumber number) {
        String hash = hash(number);
        Optional<Reservation> now = Optional.ofNullable(reservations.get(hash));
        return () -> restore(hash, now);
    }

    private synchronized void restore(String hash, Optional<Reservation> before) {
        reservations.remove(hash);
        before.ifPresent(reservation -> reservations.put(hash, reservation));
    }

    synchronized int size() {
        return reservations.size();
    }

    private void makeRoom(Instant now) {
        evictExpired(now);
        if (reservations.size() >= most) {
            reservations.values().removeIf(reservation -> !reservation.isOpen(now));
        }
        if (reservations.size() >= most) {
            throw new StoreUnavailableException("the memory store remembers at most " + most
                    + " numbers that a code is on its way to; use a durable store or wait");
        }
    }

    // Up to the first that stands, which is nearly all of them and costs nothing.
    private void evictExpired(Instant now) {
        Iterator<Reservation> oldest = reservations.values().iterator();
        while (oldest.hasNext() && !oldest.next().isOpen(now)) {
            oldest.remove();
        }
    }

    private String hash(IdentityNumber number) {
        return HexFormat.of().formatHex(mac.doFinal(number.reveal().getBytes(StandardCharsets.UTF_8)));
    }

    private static Mac newMac() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(new SecretKeySpec(key, HASH));
            return mac;
        } catch (GeneralSecurityException lacking) {
            throw new IllegalStateException("every Java has " + HASH, lacking);
        }
    }
}
