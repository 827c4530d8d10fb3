package dev.kycport.benchmarks.store;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.identity.AadhaarNumber;
import dev.kycport.domain.identity.AadhaarValidation;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.PendingCodeStore;
import dev.kycport.ports.store.RetentionStore;
import dev.kycport.ports.store.Stores;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** Makes stores ask their database everything they ever ask, but for what reads the whole ledger on purpose. */
final class QueryInventory {

    private final Stores stores;
    private final PendingCodeStore pending;

    QueryInventory(Stores stores) {
        this.stores = stores;
        this.pending = stores.pendingCodes();
    }

    /**
     * Asks.
     *
     * @param known a session that is there
     * @param oldest before this instant few sessions were opened
     */
    void runAll(SessionId known, Instant oldest) throws IOException {
        SessionSnapshot session = stores.sessions().find(known).orElseThrow();
        stores.audit().entries(known).forEach(stores.audit()::append);
        withdrawConsent(session.header().consent());
        new StoreWriteStrategy(stores).writeSession(new Random());
        stores.sessions().reconcileDue(Instant.now().plus(Duration.ofMinutes(1)), due -> Optional.empty());
        runPendingCodeQueries(known);
        if (stores.admin().isPresent()) {
            runAdminQueries(stores.admin().get(), session.header().subject(), oldest);
        }
    }

    private void withdrawConsent(ConsentId consent) {
        int links = stores.consents().events(consent).size();
        stores.consents()
                .append(new ConsentEvent.WasWithdrawn(consent, Instant.now()), links)
                .get();
    }

    private void runPendingCodeQueries(SessionId session) {
        AadhaarNumber number =
                AadhaarNumber.parse("999941057058", AadhaarValidation.STRICT).get();
        Instant now = Instant.now();
        pending.reserve(number, session, now, now.plusSeconds(45));
        pending.release(number, session);
    }

    private static void runAdminQueries(Stores.AdminStores adminStores, SubjectRef subject, Instant oldest)
            throws IOException {
        adminStores.ledgerReader().findConsents(subject);
        adminStores.keyUsage().countByKey();
        RetentionStore retention = adminStores.retention();
        retention.placeHold(subject, "asked for by a court", Instant.now());
        retention.findHolds();
        retention.countPurgeable(oldest);
        retention.purge(oldest, Instant.now(), lines -> {});
        retention.findPurges();
        retention.releaseHold(subject);
    }
}
