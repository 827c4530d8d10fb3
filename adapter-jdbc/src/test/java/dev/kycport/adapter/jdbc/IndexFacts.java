package dev.kycport.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.identity.AadhaarNumber;
import dev.kycport.domain.identity.NumberRules;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.RetentionStore;
import dev.kycport.ports.SessionStore.Settled;
import dev.kycport.ports.Stores;
import dev.kycport.tck.Sample;
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
abstract class IndexFacts {

    private static final Instant NOW = Sample.NOW;
    private static final Instant OLD = NOW.minus(Duration.ofDays(800));

    // Verifying reads everything in the end, a page of it at a time: how a page meets its chains is the database's
    // choice.
    private static final String VERIFYING = "LEFT JOIN kyc_consent_event";

    private final Plans plans = new Plans();

    private Database database;

    /** A database with these rows in it, and statistics of them. */
    abstract Database filled(List<String> statements);

    @BeforeEach
    void open() {
        database = filled(Rows5000.STATEMENTS);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void every_statement_finds_its_rows_by_an_index() throws IOException {
        database.watched(plans, plans::see);
        everything(JdbcStores.stores(database, Keys.generate(), true));

        assertThat(plans.statements()).hasSizeGreaterThan(28);
        assertThat(plans.readingAll(database)).allMatch(found -> found.contains(VERIFYING));
    }

    @Test
    void one_that_does_not_would_be_found() {
        assertThat(Plans.readsAll(database, "SELECT id FROM kyc_session s WHERE subject = 'customer-7'", Map.of()))
                .contains("kyc_session");
        assertThat(Plans.readsAll(database, "SELECT count(*) FROM kyc_audit WHERE kind = 'hop'", Map.of()))
                .contains("kyc_audit");
    }

    private void everything(Stores stores) throws IOException {
        Past past = new Past(database);
        SessionSnapshot old = past.ended(OLD, "customer-1", 2);
        ConsentId consent = Lives.verified(stores);
        SessionId id =
                stores.keeping().orElseThrow().register().sessions(consent).get(0);
        stores.sessions().find(id);
        stores.audit().append(Sample.anyEntry(id));
        stores.audit().entries(id);
        int links = stores.consents().events(consent).size();
        stores.consents()
                .append(new ConsentEvent.WasWithdrawn(consent, NOW), links)
                .get();
        // What this process did not read before: it has to ask for the hash.
        new JdbcConsentLedger(database).append(new ConsentEvent.HasExpired(consent, NOW), links);
        stores.sessions()
                .settleDue(
                        NOW.plusSeconds(1),
                        due -> Optional.of(new Settled(
                                Sample.successorsOf(due).get(0),
                                List.of(Sample.anyEntry(due.dossier().id())))));
        pending(stores, id);
        keep(stores.keeping().orElseThrow(), old.dossier().subject());
    }

    private static void pending(Stores stores, SessionId session) {
        AadhaarNumber number =
                AadhaarNumber.parse("999941057058", NumberRules.STRICT).get();
        stores.pending().claim(number, session, NOW, NOW.plusSeconds(45));
        stores.pending().claim(number, Sample.anySessionId(), NOW, NOW.plusSeconds(45));
        stores.pending().release(number, session);
    }

    private void keep(Stores.Keeping keeping, SubjectRef subject) throws IOException {
        keeping.register().consents(subject);
        keeping.register().verify();
        new SessionCheck(database).firstBroken();
        keeping.sealed().byKey();
        RetentionStore retention = keeping.retention();
        retention.hold(new SubjectRef("customer-held"), "asked for by a court", NOW);
        retention.holds();
        retention.identitiesDue(NOW);
        retention.due(OLD.plusSeconds(1));
        retention.purge(OLD.plusSeconds(1), NOW, lines -> {});
        retention.record(NOW, OLD, new RetentionStore.Beside(1, 0, 0));
        retention.purges();
        retention.release(new SubjectRef("customer-held"));
    }
}
