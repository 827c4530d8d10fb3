package dev.kycport.host.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextWrapperTest {

    @Test
    void lines_are_no_longer_than_their_room() {
        assertThat(TextWrapper.wrap("one two three four five six seven", 20))
                .containsExactly("one two three four", "five six seven");
    }

    @Test
    void a_word_that_is_too_long_has_a_line_to_itself() {
        String word = "x".repeat(30);

        assertThat(TextWrapper.wrap("a " + word + " b", 20)).containsExactly("a", word, "b");
    }

    @Test
    void what_could_steer_a_terminal_is_taken_out() {
        assertThat(TextWrapper.wrap("Asha\u001B[2J\rRao\u202Eevil\u0007", 80)).containsExactly("Asha [2J Rao evil");
    }

    @Test
    void other_scripts_are_left_as_they_are() {
        assertThat(TextWrapper.wrap("\u0906\u0936\u093E \u0930\u093E\u0935", 80))
                .containsExactly("\u0906\u0936\u093E \u0930\u093E\u0935");
    }
}
