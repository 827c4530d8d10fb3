package dev.kycport.benchmarks.store;

import dev.kycport.ports.store.Stores;
import java.time.Instant;
import java.util.List;
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
        new SessionWriteSequence(session, consent, Instant.now()).writes().forEach(this::write);
    }

    /** Makes one write. */
    void write(SessionWriteSequence.Write write) {
        if (write instanceof SessionWriteSequence.AppendConsentEvent appendConsentEvent) {
            stores.consents()
                    .append(appendConsentEvent.event(), appendConsentEvent.position())
                    .get();
        } else if (write instanceof SessionWriteSequence.CreateSession createSession) {
            stores.sessions()
                    .create(createSession.session(), List.of(createSession.entry()))
                    .get();
        } else if (write instanceof SessionWriteSequence.ReplaceSession replaceSession) {
            stores.sessions()
                    .replace(replaceSession.expected(), replaceSession.next(), List.of(replaceSession.entry()))
                    .get();
        }
    }
}
