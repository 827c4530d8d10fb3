package dev.kycport.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.TestValues;
import dev.kycport.domain.consent.ConsentEvent.HasExpired;
import dev.kycport.domain.consent.ConsentEvent.WasAsked;
import dev.kycport.domain.consent.ConsentEvent.WasDeclined;
import dev.kycport.domain.consent.ConsentEvent.WasGiven;
import dev.kycport.domain.consent.ConsentEvent.WasUsed;
import dev.kycport.domain.consent.ConsentEvent.WasWithdrawn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsentHistoryTest {

    private static final ConsentId ID = TestValues.anyConsentId();
    private static final WasAsked ASKED = new WasAsked(ID, TestValues.NOW, TestValues.anyTerms());
    private static final WasGiven GIVEN =
            new WasGiven(ID, TestValues.later(1), ConsentMethod.BUTTON, Duration.ofHours(1));
    private static final WasDeclined DECLINED = new WasDeclined(ID, TestValues.later(1));
    private static final WasUsed USED = new WasUsed(ID, TestValues.later(2), TestValues.anyUse());
    private static final WasWithdrawn WITHDRAWN = new WasWithdrawn(ID, TestValues.later(3));
    private static final HasExpired EXPIRED = new HasExpired(ID, TestValues.later(3601));

    private final Consent.Asked asked = Consent.ask(ID, TestValues.anyTerms(), TestValues.NOW);
    private final Consent.Given given = asked.give(ConsentMethod.BUTTON, Duration.ofHours(1), TestValues.later(1));

    @Test
    void events_lead_where_the_moves_lead() {
        assertThat(replay(ASKED)).isEqualTo(asked);
        assertThat(replay(ASKED, GIVEN)).isEqualTo(given);
        assertThat(replay(ASKED, DECLINED)).isEqualTo(asked.decline(TestValues.later(1)));
        assertThat(replay(ASKED, GIVEN, WITHDRAWN)).isEqualTo(given.withdraw(TestValues.later(3)));
        assertThat(replay(ASKED, GIVEN, EXPIRED)).isEqualTo(given.expire());
        assertThat(replay(ASKED, GIVEN, EXPIRED, WITHDRAWN))
                .isEqualTo(given.expire().withdraw(TestValues.later(3)));
    }

    @Test
    void using_a_consent_leaves_it_as_it_is() {
        assertThat(replay(ASKED, GIVEN, USED, USED)).isEqualTo(given);
    }

    @Test
    void a_history_starts_with_its_question() {
        assertDamaged("the first event of a consent must be WasAsked");
        assertDamaged("the first event of a consent must be WasAsked", GIVEN);
    }

    @Test
    void nothing_but_an_answer_follows_the_question() {
        assertDamaged("WasAsked cannot follow Asked", ASKED, ASKED);
        assertDamaged("WasUsed cannot follow Asked", ASKED, USED);
        assertDamaged("WasWithdrawn cannot follow Asked", ASKED, WITHDRAWN);
        assertDamaged("HasExpired cannot follow Asked", ASKED, EXPIRED);
    }

    @Test
    void an_answer_is_given_once() {
        assertDamaged("WasGiven cannot follow Given", ASKED, GIVEN, GIVEN);
        assertDamaged("WasDeclined cannot follow Given", ASKED, GIVEN, DECLINED);
        assertDamaged("WasGiven cannot follow Declined", ASKED, DECLINED, GIVEN);
    }

    @Test
    void nothing_follows_an_end() {
        assertDamaged("WasUsed cannot follow Withdrawn", ASKED, GIVEN, WITHDRAWN, USED);
        assertDamaged("WasUsed cannot follow Expired", ASKED, GIVEN, EXPIRED, USED);
        assertDamaged("HasExpired cannot follow Expired", ASKED, GIVEN, EXPIRED, EXPIRED);
        assertDamaged("HasExpired cannot follow Withdrawn", ASKED, GIVEN, WITHDRAWN, EXPIRED);
        assertDamaged("WasWithdrawn cannot follow Declined", ASKED, DECLINED, WITHDRAWN);
    }

    @Test
    void an_event_of_another_consent_is_damage() {
        ConsentId other = new ConsentId("B".repeat(22));

        assertDamaged(
                "the history contains an event of another consent", ASKED, new WasDeclined(other, TestValues.later(1)));
    }

    private static Consent replay(ConsentEvent... events) {
        return ConsentHistory.replay(List.of(events));
    }

    private static void assertDamaged(String message, ConsentEvent... events) {
        assertThatThrownBy(() -> replay(events))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
