package dev.kycport.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.jdbc.fixture.LargeDataset;
import dev.kycport.adapter.jdbc.fixture.PastSessions;
import dev.kycport.adapter.jdbc.fixture.QueryPlans;
import dev.kycport.adapter.jdbc.fixture.StoredSessionFixtures;
import dev.kycport.adapter.jdbc.fixture.TestSettings;
import dev.kycport.adapter.jdbc.internal.consent.JdbcConsentLedger;
import dev.kycport.adapter.jdbc.internal.consent.LedgerConsistencyCheck;
import dev.kycport.adapter.jdbc.internal.crypto.StoreKeys;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.DatabaseSettings;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.identity.AadhaarNumber;
import dev.kycport.domain.identity.AadhaarValidation;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.RetentionStore;
import dev.kycport.ports.store.SessionStore.Reconciled;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.sample.SampleValues;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** No statement of the stores reads a table that grows from one end to the other, on either database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class IndexUsageContract {

    private static final Instant NOW = SampleValues.NOW;
    private static final Instant OLD = NOW.minus(Duration.ofDays(800));

    // Verifying reads everything in the end, a page of it at a time: how a page meets its chains is the database's
    // choice.
    private static final String VERIFYING = "LEFT JOIN kyc_consent_event";

    private final QueryPlans queryPlans = new QueryPlans();

    private Database database;

    /** A database with these rows in it, and statistics of them. */
    abstract Database filled(List<String> statements);

    @BeforeEach
    void open() {
        database = filled(LargeDataset.STATEMENTS);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void every_statement_finds_its_rows_by_an_index() throws IOException {
        database.observe(queryPlans, queryPlans::recordUpdate);
        everything(JdbcStoreFactory.createStores(
                database, StoreKeys.generate(), new DatabaseSettings(new TestSettings())));

        assertThat(queryPlans.statements()).hasSizeGreaterThan(28);
        assertThat(queryPlans.fullScans(database)).allMatch(found -> found.contains(VERIFYING));
    }

    @Test
    void one_that_does_not_would_be_found() {
        assertThat(QueryPlans.fullScan(database, "SELECT id FROM kyc_session s WHERE subject = 'customer-7'", Map.of()))
                .contains("kyc_session");
        assertThat(QueryPlans.fullScan(database, "SELECT count(*) FROM kyc_audit WHERE kind = 'hop'", Map.of()))
                .contains("kyc_audit");
    }

    private void everything(Stores stores) throws IOException {
        PastSessions pastSessions = new PastSessions(database);
        SessionSnapshot old = pastSessions.ended(OLD, "customer-1", 2);
        ConsentId consent = StoredSessionFixtures.verified(stores);
        SessionId id = stores.admin()
                .orElseThrow()
                .ledgerReader()
                .findSessions(consent)
                .get(0);
        stores.sessions().find(id);
        stores.sessions().findLive(old.header().subject());
        stores.audit().append(SampleValues.anyEntry(id));
        stores.audit().entries(id);
        int links = stores.consents().events(consent).size();
        stores.consents()
                .append(new ConsentEvent.WasWithdrawn(consent, NOW), links)
                .get();
        // What this process did not read before: it has to ask for the hash.
        new JdbcConsentLedger(database).append(new ConsentEvent.HasExpired(consent, NOW), links);
        stores.sessions()
                .reconcileDue(
                        NOW.plusSeconds(1),
                        due -> Optional.of(new Reconciled(
                                SampleValues.successorsOf(due).get(0),
                                List.of(SampleValues.anyEntry(due.header().id())))));
        pending(stores, id);
        keep(stores.admin().orElseThrow(), old.header().subject());
    }

    private static void pending(Stores stores, SessionId session) {
        AadhaarNumber number =
                AadhaarNumber.parse("999941057058", AadhaarValidation.STRICT).get();
        stores.pendingCodes().reserve(number, session, NOW, NOW.plusSeconds(45));
        stores.pendingCodes().reserve(number, SampleValues.anySessionId(), NOW, NOW.plusSeconds(45));
        stores.pendingCodes().release(number, session);
    }

    private void keep(Stores.AdminStores adminStores, SubjectRef subject) throws IOException {
        adminStores.ledgerReader().findConsents(subject);
        adminStores.ledgerReader().verifyChains();
        new LedgerConsistencyCheck(database).firstBroken();
        adminStores.keyUsage().countByKey();
        RetentionStore retention = adminStores.retention();
        retention.placeHold(new SubjectRef("customer-held"), "asked for by a court", NOW);
        retention.findHolds();
        retention.countExpiredIdentities(NOW);
        retention.countPurgeable(OLD.plusSeconds(1));
        retention.purge(OLD.plusSeconds(1), NOW, lines -> {});
        retention.recordPurge(NOW, OLD, new RetentionStore.PurgeExtras(1, 0, 0));
        retention.findPurges();
        retention.releaseHold(new SubjectRef("customer-held"));
    }
}
