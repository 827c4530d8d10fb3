package dev.kycport.host.cli.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.domain.consent.Purpose;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.host.cli.terminal.Terminal;
import dev.kycport.host.cli.terminal.TerminalCapabilities;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReceiptTest {

    private static final Instant NOW = Instant.parse("2026-01-31T18:29:00Z");
    private static final ConsentId CONSENT = new ConsentId("consentconsentconsent1");
    private static final SubjectRef PERSON = new SubjectRef("customer-4711");
    private static final Purpose PURPOSE = new Purpose("opening an account");

    @Test
    void lists_the_request_the_answer_and_every_use() {
        String receipt = receipt(80, asked(), given(), used(ProviderCall.SEND_CODE), used(ProviderCall.VERIFY_CODE));

        assertThat(receipt).isEqualTo("""
                        Consents of customer-4711
                          Read from the ledger on 31 Jan 2026, 23:59:00 (Asia/Kolkata).

                        -- 1 of 1  given -------------------------------------------------------------
                          Purpose     opening an account
                          Data        address, name
                          Passed to   accuauth, deepvue
                          Notice      opening v1, en-IN
                                      We fetch your name and address.
                                      You are free to say no.
                          Asked       31 Jan 2026, 23:59:00
                          Given       31 Jan 2026, 23:59:05, by ticking a box; valid until 1 Feb 2026,
                                      00:59:05
                          Used        31 Jan 2026, 23:59:10: deepvue was asked to send a code to the
                                      mobile linked to the number
                                      31 Jan 2026, 23:59:10: deepvue was asked to check the code, and to
                                      pass on the data above
                          State       given; it allows the above until 1 Feb 2026, 00:59:05
                          To withdraw at any time: kyc consent withdraw consentconsentconsent1
                          Record      consentconsentconsent1
                        """);
    }

    @Test
    void fits_a_narrow_terminal() {
        String receipt = receipt(44, asked(), given(), used(ProviderCall.COLLECT_DOCUMENTS));

        assertThat(receipt.lines()).allMatch(line -> line.length() <= 44);
    }

    @Test
    void an_expired_consent_allows_nothing_and_says_since_when() {
        assertThat(story(asked()))
                .contains("-- 1 of 1 requested", "requested and not answered")
                .doesNotContain("withdraw");
        assertThat(story(asked(), new ConsentEvent.WasDeclined(CONSENT, NOW.plusSeconds(7))))
                .contains("Declined 31 Jan 2026, 23:59:07", "it allows nothing")
                .doesNotContain("To withdraw");
        assertThat(story(asked(), given(), new ConsentEvent.WasWithdrawn(CONSENT, NOW.plusSeconds(7))))
                .contains("Withdrawn 31 Jan 2026, 23:59:07", "State withdrawn; it allows nothing any more")
                .doesNotContain("To withdraw");
        assertThat(story(asked(), new ConsentEvent.WasGiven(CONSENT, NOW, ConsentMethod.SPOKEN, Duration.ZERO)))
                .contains("by saying so", "expired on 31 Jan 2026, 23:59:00");
    }

    @Test
    void an_unused_consent_says_how_to_withdraw_it() {
        assertThat(story(asked(), given())).contains("To withdraw at any time: kyc consent withdraw " + CONSENT);
    }

    @Test
    void an_id_that_begins_with_a_dash_is_no_option() {
        assertThat(Receipt.withdrawalCommand(new ConsentId("-onsentconsentconsent1")))
                .isEqualTo("kyc consent withdraw -- -onsentconsentconsent1");
    }

    private static String story(ConsentEvent... events) {
        return receipt(80, events).replaceAll("\\s+", " ");
    }

    private static String receipt(int width, ConsentEvent... events) {
        StringWriter written = new StringWriter();
        Terminal terminal =
                new Terminal(new PrintWriter(written), new TerminalCapabilities(false, false, false, width));
        new Receipt(terminal, ZoneId.of("Asia/Kolkata"), NOW)
                .print(PERSON, List.of(ConsentRecord.of(new ArrayList<>(List.of(events)))));
        return written.toString().replace(System.lineSeparator(), "\n");
    }

    private static ConsentEvent asked() {
        ConsentNotice notice =
                new ConsentNotice("opening v1", "en-IN", "We fetch your name and address.\nYou are free to say no.");
        return new ConsentEvent.WasAsked(
                CONSENT,
                NOW,
                new ConsentTerms(
                        notice,
                        PURPOSE,
                        Set.of("name", "address"),
                        Set.of(new ProviderId("deepvue"), new ProviderId("accuauth")),
                        PERSON));
    }

    private static ConsentEvent given() {
        return new ConsentEvent.WasGiven(CONSENT, NOW.plusSeconds(5), ConsentMethod.CHECKBOX, Duration.ofHours(1));
    }

    private static ConsentEvent used(ProviderCall call) {
        return new ConsentEvent.WasUsed(
                CONSENT,
                NOW.plusSeconds(10),
                new ConsentUse(
                        new SessionId("sessionsessionsession1"), PERSON, PURPOSE, new ProviderId("deepvue"), call));
    }
}
