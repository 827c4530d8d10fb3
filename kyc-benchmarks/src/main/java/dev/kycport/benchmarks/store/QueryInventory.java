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

/** Runs every statement of the stores, except those that must read the whole ledger. */
final class QueryInventory {

    private final Stores stores;
    private final PendingCodeStore pending;

    QueryInventory(Stores stores) {
        this.stores = stores;
        this.pending = stores.pendingCodes();
    }

    /**
     * Runs all statements.
     *
     * @param known an existing session
     * @param oldest an instant before which few sessions were opened
     */
    void runAll(SessionId known, Instant oldest) throws IOException {
        SessionSnapshot session = stores.sessions().find(known).orElseThrow();
        stores.audit().entries(known).forEach(stores.audit()::append);
        stores.audit().findLast(known);
        withdrawConsent(session.header().consent());
        new StoreWriteStrategy(stores).writeSession(new Random());
        stores.sessions().reconcileDue(Instant.now().plus(Duration.ofMinutes(1)), due -> Optional.empty());
        runPendingCodeQueries(known);
        if (stores.admin().isPresent()) {
            runAdminQueries(stores.admin().get(), session.header().subject(), oldest);
        }
    }

    private void withdrawConsent(ConsentId consent) {
        int position = stores.consents().events(consent).size();
        stores.consents()
                .append(new ConsentEvent.WasWithdrawn(consent, Instant.now()), position)
                .get();
    }

    private void runPendingCodeQueries(SessionId session) {
        AadhaarNumber number =
                AadhaarNumber.parse("999941057058", AadhaarValidation.STRICT).get();
        Instant now = Instant.now();
        pending.reserve(number, session, now, now.plusSeconds(45));
        pending.release(number, session);
    }

    private static void runAdminQueries(Stores.AdminStores admin, SubjectRef subject, Instant oldest)
            throws IOException {
        admin.ledgerReader().findConsents(subject);
        admin.keyUsage().countByKey();
        RetentionStore retention = admin.retention();
        retention.placeHold(subject, "court order", Instant.now());
        retention.findHolds();
        retention.countPurgeable(oldest);
        retention.purge(oldest, Instant.now(), lines -> {});
        retention.findPurges();
        retention.releaseHold(subject);
    }
}
