package dev.kycport.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;

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
class ConsentEventTest {

    private static final ConsentId ID = TestValues.anyConsentId();
    private static final List<ConsentEvent> ALL = List.of(
            new WasAsked(ID, TestValues.NOW, TestValues.anyTerms()),
            new WasGiven(ID, TestValues.NOW, ConsentMethod.BUTTON, Duration.ofHours(1)),
            new WasDeclined(ID, TestValues.NOW),
            new WasUsed(ID, TestValues.NOW, TestValues.anyUse()),
            new WasWithdrawn(ID, TestValues.NOW),
            new HasExpired(ID, TestValues.NOW));

    @Test
    void every_event_has_the_name_under_which_it_is_stored() {
        assertThat(ALL)
                .extracting(ConsentEvent::code)
                .containsExactly("asked", "given", "declined", "used", "withdrawn", "expired");
    }

    @Test
    void every_event_is_answered_as_itself() {
        assertThat(ALL).extracting(event -> event.match(new Itself())).containsExactlyElementsOf(ALL);
    }

    private static final class Itself implements ConsentEvent.Cases<ConsentEvent> {

        @Override
        public ConsentEvent asked(WasAsked event) {
            return event;
        }

        @Override
        public ConsentEvent given(WasGiven event) {
            return event;
        }

        @Override
        public ConsentEvent declined(WasDeclined event) {
            return event;
        }

        @Override
        public ConsentEvent used(WasUsed event) {
            return event;
        }

        @Override
        public ConsentEvent withdrawn(WasWithdrawn event) {
            return event;
        }

        @Override
        public ConsentEvent expired(HasExpired event) {
            return event;
        }
    }
}
