package dev.kycport.adapter.jdbc.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.jdbc.fixture.DatabaseContract;
import dev.kycport.adapter.jdbc.fixture.StoredSessionFixtures;
import dev.kycport.adapter.jdbc.internal.json.StoredConsentEventJson;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.store.ConsentLedgerReader;
import dev.kycport.ports.store.ConsentLedgerReader.ChainVerification;
import dev.kycport.ports.store.ConsentLedgerReader.Entry;
import dev.kycport.tck.sample.SampleValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Reading the whole ledger, and finding what was tampered with. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class JdbcConsentLedgerReaderContract extends DatabaseContract {

    private static final Instant NOW = SampleValues.NOW;

    @Test
    void a_person_finds_every_consent_they_were_asked_for_and_nobody_elses() {
        SubjectRef person = new SubjectRef("customer-1");
        ConsentId late = asked(person, NOW.plusSeconds(60));
        ConsentId early = asked(person, NOW);
        asked(new SubjectRef("customer-2"), NOW);

        assertThat(register().findConsents(person)).containsExactly(early, late);
        assertThat(register().findConsents(new SubjectRef("customer-3"))).isEmpty();
    }

    @Test
    void the_sessions_of_a_consent_are_found_and_no_others() {
        ConsentId consent = StoredSessionFixtures.opened(stores);
        StoredSessionFixtures.opened(stores);

        assertThat(register().findSessions(consent))
                .singleElement()
                .satisfies(id -> assertThat(stores.sessions()
                                .find(id)
                                .orElseThrow()
                                .header()
                                .consent())
                        .isEqualTo(consent));
        assertThat(register().findSessions(SampleValues.anyConsentId())).isEmpty();
    }

    @Test
    void the_book_shows_every_link_chain_by_chain_and_in_order() {
        ConsentId one = used(2);
        ConsentId other = used(1);
        List<Entry> links = read();

        assertThat(links.stream().map(Entry::event))
                .isEqualTo(Stream.of(one, other)
                        .sorted(Comparator.comparing(ConsentId::value))
                        .flatMap(consent -> stores.consents().events(consent).stream())
                        .toList());
        assertThat(links.stream().map(Entry::position)).containsExactly(0, 1, 2, 3, 0, 1, 2);
        assertThat(links)
                .extracting(Entry::hash)
                .doesNotHaveDuplicates()
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void a_book_longer_than_a_page_is_shown_and_verified_whole() {
        int uses = LedgerEntry.PAGE_SIZE + 7;
        used(uses);
        used(1);

        assertThat(read()).hasSize(2 + uses + 3);
        assertThat(register().verifyChains()).isEqualTo(new ChainVerification(2, 2 + uses + 3, Optional.empty()));
    }

    @Test
    void a_ledger_that_nobody_touched_holds() {
        used(2);
        stores.consents().append(new ConsentEvent.WasWithdrawn(used(1), NOW), 3).get();

        assertThat(register().verifyChains()).isEqualTo(new ChainVerification(2, 8, Optional.empty()));
    }

    @Test
    void a_changed_event_is_found() {
        ConsentId consent = used(2);
        databaseFixture.tamper("UPDATE kyc_consent_event SET event = REPLACE(event, 'checkbox', 'signed')");

        assertBroken(consent, 1, "is not the one that was written");
    }

    @Test
    void a_changed_event_with_its_hash_made_to_fit_is_found_by_the_next() {
        ConsentId consent = used(2);
        Entry first = read().get(0);
        String forged = StoredConsentEventJson.write(first.event()).replace("ForKYC", "Other");
        databaseFixture.tamper("UPDATE kyc_consent_event SET event = '" + forged.replace("'", "''") + "', hash = '"
                + ConsentHashChain.nextHash(ConsentHashChain.genesisHash(consent), consent.value(), 0, forged)
                + "' WHERE position = 0");

        assertBroken(consent, 1, "is not the one that was written");
    }

    @Test
    void a_link_taken_out_of_the_middle_is_found() {
        ConsentId consent = used(2);
        databaseFixture.tamper("DELETE FROM kyc_consent_event WHERE position = 1");

        assertBroken(consent, 1, "is missing");
    }

    @Test
    void a_link_taken_out_and_the_rest_moved_up_is_found() {
        ConsentId consent = used(2);
        databaseFixture.tamper("DELETE FROM kyc_consent_event WHERE position = 2");
        databaseFixture.tamper("UPDATE kyc_consent_event SET position = 2 WHERE position = 3");

        assertBroken(consent, 2, "is not the one that was written");
    }

    @Test
    void links_that_changed_places_are_found() {
        ConsentId consent = used(2);
        databaseFixture.tamper("UPDATE kyc_consent_event SET position = 9 WHERE position = 2");
        databaseFixture.tamper("UPDATE kyc_consent_event SET position = 2 WHERE position = 3");
        databaseFixture.tamper("UPDATE kyc_consent_event SET position = 3 WHERE position = 9");

        assertBroken(consent, 2, "is not the one that was written");
    }

    @Test
    void a_chain_moved_to_another_consent_is_found() {
        used(1);
        ConsentId stolen = SampleValues.anyConsentId();
        databaseFixture.tamper("UPDATE kyc_consent_event SET consent = '" + stolen + "'");

        assertBroken(stolen, 0, "is not the one that was written");
    }

    @Test
    void a_consent_put_under_another_person_is_found() {
        ConsentId consent = used(1);
        databaseFixture.tamper("UPDATE kyc_consent_event SET subject = 'customer-9' WHERE position = 0");

        assertBroken(consent, 0, "columns");
    }

    @Test
    void a_row_that_cannot_even_be_read_is_found() {
        ConsentId consent = used(1);
        String damaged = "{\"v\":1";
        databaseFixture.tamper("UPDATE kyc_consent_event SET event = '" + damaged + "', hash = '"
                + ConsentHashChain.nextHash(ConsentHashChain.genesisHash(consent), consent.value(), 0, damaged)
                + "' WHERE position = 0");

        assertBroken(consent, 0, "columns");
    }

    @Test
    void the_first_of_several_broken_links_is_named() {
        List<ConsentId> consents = Stream.of(used(1), used(1))
                .sorted(Comparator.comparing(ConsentId::value))
                .toList();
        databaseFixture.tamper("UPDATE kyc_consent_event SET hash = REPLACE(hash, SUBSTR(hash, 1, 8), 'badc0ffe')");

        assertBroken(consents.get(0), 0, "is not the one that was written");
    }

    @Test
    void a_chain_cut_off_before_calls_on_the_trail_is_found() {
        ConsentId consent = StoredSessionFixtures.verified(stores);
        databaseFixture.tamper("DELETE FROM kyc_consent_event WHERE position = 3");

        assertBroken(consent, 3, "before calls that the audit trail knows of");
    }

    @Test
    void a_chain_cut_off_before_its_yes_is_found() {
        ConsentId consent = StoredSessionFixtures.verified(stores);
        databaseFixture.tamper("DELETE FROM kyc_consent_event WHERE position > 0");

        assertBroken(consent, 1, "before the consent was given");
    }

    @Test
    void a_chain_cut_off_before_its_withdrawal_is_found() {
        ConsentId consent = StoredSessionFixtures.verified(stores);
        stores.consents().append(new ConsentEvent.WasWithdrawn(consent, NOW), 4).get();
        databaseFixture.tamper("DELETE FROM kyc_consent_event WHERE position = 4");

        assertBroken(consent, 4, "before the withdrawal");
    }

    @Test
    void a_chain_taken_away_as_a_whole_is_found() {
        ConsentId consent = StoredSessionFixtures.verified(stores);
        databaseFixture.tamper("DELETE FROM kyc_consent_event");

        assertBroken(consent, 0, "the chain is missing");
    }

    @Test
    void a_use_of_a_consent_that_nobody_gave_is_found() {
        ConsentId consent = StoredSessionFixtures.opened(stores);
        ConsentEvent use = new ConsentEvent.WasUsed(
                consent,
                NOW,
                SampleValues.anyUse(SampleValues.anyTerms(SampleValues.anyProvider()), ProviderCall.SEND_CODE));

        stores.consents().append(use, 1).get();

        assertBroken(consent, 1, "cannot have happened after the link before it");
    }

    @Test
    void sessions_that_went_by_the_book_break_nothing() {
        StoredSessionFixtures.verified(stores);
        StoredSessionFixtures.opened(stores);
        StoredSessionFixtures.verified(stores);

        assertThat(register().verifyChains()).isEqualTo(new ChainVerification(3, 9, Optional.empty()));
    }

    private ConsentLedgerReader register() {
        return stores.admin().orElseThrow().ledgerReader();
    }

    private List<Entry> read() {
        List<Entry> links = new ArrayList<>();
        register().readAll(links::add);
        return links;
    }

    private void assertBroken(ConsentId consent, int position, String why) {
        assertThat(register().verifyChains().firstBreak()).hasValueSatisfying(broken -> {
            assertThat(broken.consent()).isEqualTo(consent.value());
            assertThat(broken.position()).isEqualTo(position);
            assertThat(broken.reason()).contains(why);
        });
    }

    private ConsentId asked(SubjectRef subject, Instant at) {
        ConsentId consent = SampleValues.anyConsentId();
        ConsentTerms terms = new ConsentTerms(
                SampleValues.anyNotice(),
                SampleValues.anyPurpose(),
                Set.of("name"),
                Set.of(SampleValues.anyProvider()),
                subject);
        stores.consents()
                .append(new ConsentEvent.WasAsked(consent, at, terms), 0)
                .get();
        return consent;
    }

    private ConsentId used(int times) {
        ConsentTerms terms = SampleValues.anyTerms(SampleValues.anyProvider());
        ConsentId consent = SampleValues.giveConsent(stores.consents(), terms);
        for (int use = 0; use < times; use++) {
            stores.consents()
                    .append(
                            new ConsentEvent.WasUsed(consent, NOW, SampleValues.anyUse(terms, ProviderCall.SEND_CODE)),
                            2 + use)
                    .get();
        }
        return consent;
    }
}
