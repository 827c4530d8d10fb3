package dev.kycport.app.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.session.EndReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonTextsTest {

    private static final Locale HINDI = Locale.forLanguageTag("hi-IN");

    @ParameterizedTest
    @ValueSource(strings = {"person-texts.properties", "person-texts_hi.properties"})
    void every_code_has_a_text_and_every_text_a_code(String file) throws IOException {
        Set<String> expected = FailuresPage.codes("Rejections", "Provider failures", "Verdicts");
        Arrays.stream(EndReason.values()).forEach(reason -> expected.add("ended." + reason.code()));

        assertThat(new TreeSet<>(load(file).stringPropertyNames())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-IN", "hi-IN"})
    void every_text_can_be_formatted_and_is_short(String language) {
        PersonTexts texts = PersonTexts.in(Locale.forLanguageTag(language));

        assertThat(FailuresPage.codes("Rejections", "Provider failures", "Verdicts"))
                .allSatisfy(code -> assertThat(texts.text(code, 2, Duration.ofSeconds(61)))
                        .doesNotContain("{")
                        .hasSizeLessThan(130));
    }

    @Test
    void attempts_and_minutes_are_counted_in_words() {
        PersonTexts texts = PersonTexts.in(Locale.ENGLISH);

        assertThat(texts.text(VerdictCode.WRONG_CODE.report(), 1))
                .isEqualTo("This code is not correct. You have one attempt left.");
        assertThat(texts.text("otp.resend-too-soon", 0, Duration.ofSeconds(61)))
                .isEqualTo("A code is on its way to you. You can ask for another in 2 minutes.");
    }

    @Test
    void an_unknown_language_gets_english() {
        assertThat(PersonTexts.in(Locale.forLanguageTag("ta-IN")).text(EndReason.LOCKED))
                .isEqualTo(PersonTexts.in(Locale.ENGLISH).text(EndReason.LOCKED))
                .isNotEqualTo(PersonTexts.in(HINDI).text(EndReason.LOCKED));
    }

    private static Properties load(String file) throws IOException {
        try (InputStream in = PersonTexts.class.getResourceAsStream(file)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        }
    }
}
