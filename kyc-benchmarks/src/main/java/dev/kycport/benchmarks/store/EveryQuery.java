package dev.kycport.benchmarks.store;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.identity.AadhaarNumber;
import dev.kycport.domain.identity.NumberRules;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.PendingCodeStore;
import dev.kycport.ports.RetentionStore;
import dev.kycport.ports.Stores;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** Makes stores ask their database everything they ever ask, but for what reads the whole ledger on purpose. */
final class EveryQuery {

    private final Stores stores;
    private final PendingCodeStore pending;

    EveryQuery(Stores stores) {
        this.stores = stores;
        this.pending = stores.pending();
    }

    /**
     * Asks.
     *
     * @param known a session that is there
     * @param oldest before this instant few sessions were opened
     */
    void ask(SessionId known, Instant oldest) throws IOException {
        SessionSnapshot session = stores.sessions().find(known).orElseThrow();
        stores.audit().entries(known).forEach(stores.audit()::append);
        withdraw(session.dossier().consent());
        new ThroughStores(stores).session(new Random());
        stores.sessions().settleDue(Instant.now().plus(Duration.ofMinutes(1)), due -> Optional.empty());
        pendingCodes(known);
        if (stores.keeping().isPresent()) {
            keep(stores.keeping().get(), session.dossier().subject(), oldest);
        }
    }

    private void withdraw(ConsentId consent) {
        int links = stores.consents().events(consent).size();
        stores.consents()
                .append(new ConsentEvent.WasWithdrawn(consent, Instant.now()), links)
                .get();
    }

    private void pendingCodes(SessionId session) {
        AadhaarNumber number =
                AadhaarNumber.parse("999941057058", NumberRules.STRICT).get();
        Instant now = Instant.now();
        pending.claim(number, session, now, now.plusSeconds(45));
        pending.release(number, session);
    }

    private static void keep(Stores.Keeping keeping, SubjectRef subject, Instant oldest) throws IOException {
        keeping.register().consents(subject);
        keeping.sealed().byKey();
        RetentionStore retention = keeping.retention();
        retention.hold(subject, "asked for by a court", Instant.now());
        retention.holds();
        retention.due(oldest);
        retention.purge(oldest, Instant.now(), lines -> {});
        retention.purges();
        retention.release(subject);
    }
}
