package dev.kycport.benchmarks.store;

import dev.kycport.ports.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Writes a session through the stores. */
final class ThroughStores implements Way {

    private final Stores stores;

    ThroughStores(Stores stores) {
        this.stores = stores;
    }

    @Override
    public void session(Random random) {
        byte[] session = new byte[16];
        byte[] consent = new byte[16];
        random.nextBytes(session);
        random.nextBytes(consent);
        new SessionWrites(session, consent, Instant.now()).inOrder().forEach(this::write);
    }

    /** Makes one write. */
    void write(SessionWrites.Write write) {
        if (write instanceof SessionWrites.Link link) {
            stores.consents().append(link.event(), link.position()).get();
        } else if (write instanceof SessionWrites.Create create) {
            stores.sessions().create(create.session(), List.of(create.entry())).get();
        } else if (write instanceof SessionWrites.Replace replace) {
            stores.sessions()
                    .replace(replace.expected(), replace.next(), List.of(replace.entry()))
                    .get();
        }
    }
}
