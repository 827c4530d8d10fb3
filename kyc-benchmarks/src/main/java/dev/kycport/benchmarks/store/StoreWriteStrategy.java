package dev.kycport.benchmarks.store;

import dev.kycport.ports.store.Stores;
import java.time.Instant;
import java.util.Random;

/** Writes a session through the stores. */
final class StoreWriteStrategy implements WriteStrategy {

    private final Stores stores;

    StoreWriteStrategy(Stores stores) {
        this.stores = stores;
    }

    @Override
    public void writeSession(Random random) {
        byte[] session = new byte[16];
        byte[] consent = new byte[16];
        random.nextBytes(session);
        random.nextBytes(consent);
        new SessionWriteSequence(session, consent, Instant.now())
                .writes()
                .forEach(half -> stores.steps().store(half).get());
    }
}
