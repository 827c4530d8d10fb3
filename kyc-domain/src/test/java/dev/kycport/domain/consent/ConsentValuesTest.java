package dev.kycport.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.TestValues;
import dev.kycport.domain.failure.ConsentRejection;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.InputRejection;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsentValuesTest {

    @Test
    void terms_are_copied() {
        Set<String> items = new HashSet<>(Set.of("name"));
        Set<ProviderId> recipients = new HashSet<>(Set.of(TestValues.anyProvider()));
        ConsentTerms terms = terms(items, recipients);
        items.add("photograph");
        recipients.clear();

        assertThat(terms.dataItems()).containsExactly("name");
        assertThat(terms.recipients()).containsExactly(TestValues.anyProvider());
    }

    @Test
    void terms_without_items_or_recipients_are_a_bug() {
        Set<ProviderId> recipients = Set.of(TestValues.anyProvider());

        assertThatThrownBy(() -> terms(Set.of(), recipients)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms(Set.of("name"), Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_consent_given_in_no_way_or_to_nothing_is_a_bug() {
        Consent.Asked asked = Consent.ask(TestValues.anyConsentId(), TestValues.anyTerms(), TestValues.NOW);

        assertThatNullPointerException().isThrownBy(() -> asked.give(null, TestValues.CALL_TIMEOUT, TestValues.NOW));
        assertThatNullPointerException()
                .isThrownBy(() -> new ConsentEvent.WasGiven(asked.id(), TestValues.NOW, null, TestValues.CALL_TIMEOUT));
        assertThatNullPointerException()
                .isThrownBy(() -> new ConsentEvent.WasGiven(asked.id(), TestValues.NOW, ConsentMethod.BUTTON, null));
        assertThatNullPointerException().isThrownBy(() -> new ConsentEvent.WasAsked(asked.id(), TestValues.NOW, null));
        assertThatNullPointerException()
                .isThrownBy(() -> new ConsentTerms(
                        null,
                        TestValues.anyPurpose(),
                        asked.terms().dataItems(),
                        asked.terms().recipients(),
                        TestValues.anySubject()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"opening an account", "खाता खोलना", "क्\u200Dष", "👋"})
    void a_purpose_is_plain_text_of_any_script(String text) {
        assertThat(Purpose.parse(text).get()).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "a\nb", "a\u0000", "a\u0085", "a\u2028", "a\u2029", "a\uD800", "\uDC00a"})
    void a_purpose_holds_no_controls_and_no_half_characters(String text) {
        InputRejection rejection = (InputRejection) Purpose.parse(text).getLeft();

        assertThat(rejection.field()).isEqualTo(InputField.PURPOSE);
        assertThat(text.isBlank() || !rejection.summary().contains(text)).isTrue();
    }

    @Test
    void a_purpose_has_at_most_200_characters() {
        assertThat(Purpose.parse("p".repeat(200)).isRight()).isTrue();
        assertThat(Purpose.parse("p".repeat(201)).getLeft().summary())
                .isEqualTo("purpose must have at most 200 characters");
        assertThat(Purpose.parse("p".repeat(1_000_000)).isLeft()).isTrue();
    }

    @Test
    void methods_and_gaps_have_names_of_their_own() {
        assertThat(ConsentMethod.values())
                .extracting(ConsentMethod::code)
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(ConsentRejection.NotCovering.Gap.values())
                .extracting(ConsentRejection.NotCovering.Gap::code)
                .containsExactly("purpose", "recipient", "subject");
    }

    private static ConsentTerms terms(Set<String> items, Set<ProviderId> recipients) {
        return new ConsentTerms(
                TestValues.anyTerms().notice(), TestValues.anyPurpose(), items, recipients, TestValues.anySubject());
    }
}
