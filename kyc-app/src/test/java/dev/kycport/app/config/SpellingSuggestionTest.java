package dev.kycport.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpellingSuggestionTest {

    private static final List<String> KNOWN = List.of("base-url", "read-timeout", "otp");

    @ParameterizedTest
    @CsvSource({
        "base-ulr, did you mean base-url?",
        "baseurl, did you mean base-url?",
        "timeout, 'known: base-url, otp, read-timeout'",
        "read_timeout, did you mean read-timeout?",
        "opt, did you mean otp?",
        "x, 'known: base-url, otp, read-timeout'",
        "quite-something-else, 'known: base-url, otp, read-timeout'"
    })
    void the_nearest_word_is_named_or_all_of_them(String word, String hint) {
        assertThat(SpellingSuggestion.suggest(word, KNOWN)).isEqualTo(hint);
    }

    @Test
    void without_known_words_nothing_is_suggested() {
        assertThat(SpellingSuggestion.suggest("word", List.of())).isEqualTo("none is known");
    }
}
