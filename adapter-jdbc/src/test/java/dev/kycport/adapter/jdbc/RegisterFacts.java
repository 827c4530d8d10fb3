package dev.kycport.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.ConsentRegister;
import dev.kycport.ports.ConsentRegister.Check;
import dev.kycport.ports.ConsentRegister.Link;
import dev.kycport.tck.Sample;
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

/** The ledger as a book, and what it says of whoever tampered with it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class RegisterFacts extends GroundFacts {

    private static final Instant NOW = Sample.NOW;

    @Test
    void a_person_finds_every_consent_they_were_asked_for_and_nobody_elses() {
        SubjectRef person = new SubjectRef("customer-1");
        ConsentId late = asked(person, NOW.plusSeconds(60));
        ConsentId early = asked(person, NOW);
        asked(new SubjectRef("customer-2"), NOW);

        assertThat(register().consents(person)).containsExactly(early, late);
        assertThat(register().consents(new SubjectRef("customer-3"))).isEmpty();
    }

    @Test
    void the_sessions_of_a_consent_are_found_and_no_others() {
        ConsentId consent = Lives.opened(stores);
        Lives.opened(stores);

        assertThat(register().sessions(consent))
                .singleElement()
                .satisfies(id -> assertThat(stores.sessions()
                                .find(id)
                                .orElseThrow()
                                .dossier()
                                .consent())
                        .isEqualTo(consent));
        assertThat(register().sessions(Sample.anyConsentId())).isEmpty();
    }

    @Test
    void the_book_shows_every_link_chain_by_chain_and_in_order() {
        ConsentId one = used(2);
        ConsentId other = used(1);
        List<Link> links = read();

        assertThat(links.stream().map(Link::event))
                .isEqualTo(Stream.of(one, other)
                        .sorted(Comparator.comparing(ConsentId::value))
                        .flatMap(consent -> stores.consents().events(consent).stream())
                        .toList());
        assertThat(links.stream().map(Link::position)).containsExactly(0, 1, 2, 3, 0, 1, 2);
        assertThat(links).extracting(Link::hash).doesNotHaveDuplicates().allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void a_book_longer_than_a_page_is_shown_and_verified_whole() {
        int uses = StoredLink.PAGE + 7;
        used(uses);
        used(1);

        assertThat(read()).hasSize(2 + uses + 3);
        assertThat(register().verify()).isEqualTo(new Check(2, 2 + uses + 3, Optional.empty()));
    }

    @Test
    void a_ledger_that_nobody_touched_holds() {
        used(2);
        stores.consents().append(new ConsentEvent.WasWithdrawn(used(1), NOW), 3).get();

        assertThat(register().verify()).isEqualTo(new Check(2, 8, Optional.empty()));
    }

    @Test
    void a_changed_event_is_found() {
        ConsentId consent = used(2);
        ground.tamper("UPDATE kyc_consent_event SET event = REPLACE(event, 'checkbox', 'signed')");

        isBroken(consent, 1, "is not the one that was written");
    }

    @Test
    void a_changed_event_with_its_hash_made_to_fit_is_found_by_the_next() {
        ConsentId consent = used(2);
        Link first = read().get(0);
        String forged = ConsentJson.write(first.event()).replace("ForKYC", "Other");
        ground.tamper("UPDATE kyc_consent_event SET event = '" + forged.replace("'", "''") + "', hash = '"
                + Chain.next(Chain.start(consent), consent.value(), 0, forged) + "' WHERE position = 0");

        isBroken(consent, 1, "is not the one that was written");
    }

    @Test
    void a_link_taken_out_of_the_middle_is_found() {
        ConsentId consent = used(2);
        ground.tamper("DELETE FROM kyc_consent_event WHERE position = 1");

        isBroken(consent, 1, "is missing");
    }

    @Test
    void a_link_taken_out_and_the_rest_moved_up_is_found() {
        ConsentId consent = used(2);
        ground.tamper("DELETE FROM kyc_consent_event WHERE position = 2");
        ground.tamper("UPDATE kyc_consent_event SET position = 2 WHERE position = 3");

        isBroken(consent, 2, "is not the one that was written");
    }

    @Test
    void links_that_changed_places_are_found() {
        ConsentId consent = used(2);
        ground.tamper("UPDATE kyc_consent_event SET position = 9 WHERE position = 2");
        ground.tamper("UPDATE kyc_consent_event SET position = 2 WHERE position = 3");
        ground.tamper("UPDATE kyc_consent_event SET position = 3 WHERE position = 9");

        isBroken(consent, 2, "is not the one that was written");
    }

    @Test
    void a_chain_moved_to_another_consent_is_found() {
        used(1);
        ConsentId stolen = Sample.anyConsentId();
        ground.tamper("UPDATE kyc_consent_event SET consent = '" + stolen + "'");

        isBroken(stolen, 0, "is not the one that was written");
    }

    @Test
    void a_consent_put_under_another_person_is_found() {
        ConsentId consent = used(1);
        ground.tamper("UPDATE kyc_consent_event SET subject = 'customer-9' WHERE position = 0");

        isBroken(consent, 0, "columns");
    }

    @Test
    void a_row_that_cannot_even_be_read_is_found() {
        ConsentId consent = used(1);
        String damaged = "{\"v\":1";
        ground.tamper("UPDATE kyc_consent_event SET event = '" + damaged + "', hash = '"
                + Chain.next(Chain.start(consent), consent.value(), 0, damaged) + "' WHERE position = 0");

        isBroken(consent, 0, "columns");
    }

    @Test
    void the_first_of_several_broken_links_is_named() {
        List<ConsentId> consents = Stream.of(used(1), used(1))
                .sorted(Comparator.comparing(ConsentId::value))
                .toList();
        ground.tamper("UPDATE kyc_consent_event SET hash = REPLACE(hash, SUBSTR(hash, 1, 8), 'badc0ffe')");

        isBroken(consents.get(0), 0, "is not the one that was written");
    }

    @Test
    void a_chain_cut_off_before_calls_on_the_trail_is_found() {
        ConsentId consent = Lives.verified(stores);
        ground.tamper("DELETE FROM kyc_consent_event WHERE position = 3");

        isBroken(consent, 3, "before calls that the audit trail knows of");
    }

    @Test
    void a_chain_cut_off_before_its_yes_is_found() {
        ConsentId consent = Lives.verified(stores);
        ground.tamper("DELETE FROM kyc_consent_event WHERE position > 0");

        isBroken(consent, 1, "before the consent was given");
    }

    @Test
    void a_chain_cut_off_before_its_withdrawal_is_found() {
        ConsentId consent = Lives.verified(stores);
        stores.consents().append(new ConsentEvent.WasWithdrawn(consent, NOW), 4).get();
        ground.tamper("DELETE FROM kyc_consent_event WHERE position = 4");

        isBroken(consent, 4, "before the withdrawal");
    }

    @Test
    void a_chain_taken_away_as_a_whole_is_found() {
        ConsentId consent = Lives.verified(stores);
        ground.tamper("DELETE FROM kyc_consent_event");

        isBroken(consent, 0, "the chain is missing");
    }

    @Test
    void a_use_of_a_consent_that_nobody_gave_is_found() {
        ConsentId consent = Lives.opened(stores);
        ConsentEvent use = new ConsentEvent.WasUsed(
                consent, NOW, Sample.anyUse(Sample.anyTerms(Sample.anyProvider()), ProviderCall.SEND_CODE));

        stores.consents().append(use, 1).get();

        isBroken(consent, 1, "cannot have happened after the link before it");
    }

    @Test
    void sessions_that_went_by_the_book_break_nothing() {
        Lives.verified(stores);
        Lives.opened(stores);
        Lives.verified(stores);

        assertThat(register().verify()).isEqualTo(new Check(3, 9, Optional.empty()));
    }

    private ConsentRegister register() {
        return stores.keeping().orElseThrow().register();
    }

    private List<Link> read() {
        List<Link> links = new ArrayList<>();
        register().read(links::add);
        return links;
    }

    private void isBroken(ConsentId consent, int position, String why) {
        assertThat(register().verify().broken()).hasValueSatisfying(broken -> {
            assertThat(broken.consent()).isEqualTo(consent.value());
            assertThat(broken.position()).isEqualTo(position);
            assertThat(broken.why()).contains(why);
        });
    }

    private ConsentId asked(SubjectRef subject, Instant at) {
        ConsentId consent = Sample.anyConsentId();
        ConsentTerms terms = new ConsentTerms(
                Sample.anyNotice(), Sample.anyPurpose(), Set.of("name"), Set.of(Sample.anyProvider()), subject);
        stores.consents()
                .append(new ConsentEvent.WasAsked(consent, at, terms), 0)
                .get();
        return consent;
    }

    private ConsentId used(int times) {
        ConsentTerms terms = Sample.anyTerms(Sample.anyProvider());
        ConsentId consent = Sample.giveConsent(stores.consents(), terms);
        for (int use = 0; use < times; use++) {
            stores.consents()
                    .append(
                            new ConsentEvent.WasUsed(consent, NOW, Sample.anyUse(terms, ProviderCall.SEND_CODE)),
                            2 + use)
                    .get();
        }
        return consent;
    }
}
