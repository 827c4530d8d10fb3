package dev.kycport.adapter.fake;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.ports.PendingCodeStore;
import dev.kycport.ports.StoreUnavailableException;
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
final class InMemoryPendingCodes implements PendingCodeStore {

    static final int MOST = 100_000;

    private static final String HASH = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    // In the order in which they were made, which is about the order in which they lapse.
    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private final int most;
    private final Mac mac;

    private record Claim(SessionId session, Instant until) {

        boolean isOpen(Instant now) {
            return now.isBefore(until);
        }
    }

    InMemoryPendingCodes(int most) {
        this.most = most;
        this.mac = keyed();
    }

    @Override
    public synchronized Optional<Instant> claim(IdentityNumber number, SessionId session, Instant now, Instant until) {
        String hash = hash(number);
        Optional<Instant> taken = Optional.ofNullable(claims.get(hash))
                .filter(claim -> claim.isOpen(now) && !claim.session().equals(session))
                .map(Claim::until);
        if (taken.isEmpty()) {
            claims.remove(hash);
            makeRoom(now);
            claims.put(hash, new Claim(session, until));
        }
        return taken;
    }

    @Override
    public synchronized void release(IdentityNumber number, SessionId session) {
        claims.computeIfPresent(hash(number), (hash, claim) -> claim.session().equals(session) ? null : claim);
    }

    synchronized int size() {
        return claims.size();
    }

    private void makeRoom(Instant now) {
        dropLapsed(now);
        if (claims.size() >= most) {
            claims.values().removeIf(claim -> !claim.isOpen(now));
        }
        if (claims.size() >= most) {
            throw new StoreUnavailableException("the memory store remembers at most " + most
                    + " numbers that a code is on its way to; use a durable store or wait");
        }
    }

    // Up to the first that stands, which is nearly all of them and costs nothing.
    private void dropLapsed(Instant now) {
        Iterator<Claim> oldest = claims.values().iterator();
        while (oldest.hasNext() && !oldest.next().isOpen(now)) {
            oldest.remove();
        }
    }

    private String hash(IdentityNumber number) {
        return HexFormat.of().formatHex(mac.doFinal(number.reveal().getBytes(StandardCharsets.UTF_8)));
    }

    private static Mac keyed() {
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
