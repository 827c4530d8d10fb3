package dev.kycport.domain.captcha;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.InputRejection;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CaptchaAnswerTest {

    @ParameterizedTest
    @ValueSource(strings = {"K", "KYC42", "kYc!~4&2=", "12345678901234567890123456789012"})
    void visible_ascii_up_to_the_longest_is_an_answer(String typed) {
        assertThat(CaptchaAnswer.parse(typed).get().reveal()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KYC 42", " KYC42", "KYC42\n", "KYC\t42", "KYC\u200B42", "KYC\u00A042\r\n", "K Y C-4 2"})
    void blanks_line_breaks_and_hyphens_are_forgiven(String typed) {
        assertThat(CaptchaAnswer.parse(typed).get().reveal()).isEqualTo("KYC42");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "KYC\u000042",
                "KYC\u007f42",
                "KÝC42",
                "के४२",
                "ＫＹＣ",
                "KYC\uD80042",
                "123456789012345678901234567890123"
            })
    void anything_else_is_refused_without_being_echoed(String typed) {
        InputRejection rejection = (InputRejection) CaptchaAnswer.parse(typed).getLeft();

        assertThat(rejection.field()).isEqualTo(InputField.CAPTCHA);
        assertThat(typed.isBlank() || !rejection.toString().contains(typed)).isTrue();
    }

    @Test
    void a_megabyte_is_refused_for_its_length() {
        assertThat(CaptchaAnswer.parse("k".repeat(1_000_000)).getLeft().summary())
                .isEqualTo("captcha must have at most 32 characters");
    }

    @Test
    void each_mistake_is_told_apart() {
        assertThat(((InputRejection) CaptchaAnswer.parse("").getLeft()).reason())
                .isEqualTo("must not be empty");
        assertThat(((InputRejection) CaptchaAnswer.parse("K\u00002").getLeft()).reason())
                .isEqualTo("must not hold control characters");
        assertThat(((InputRejection) CaptchaAnswer.parse("KÝ2").getLeft()).reason())
                .startsWith("may hold only letters");
    }
}
