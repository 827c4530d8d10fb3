package dev.kycport.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsentNoticeTest {

    @Test
    void a_notice_is_kept_verbatim() {
        String text = "  हम पूछेंगे:\r\n\t1. your name\n2. your photograph  ";

        ConsentNotice notice =
                ConsentNotice.parse("account-opening v3", "hi-IN", text).get();

        assertThat(notice).isEqualTo(new ConsentNotice("account-opening v3", "hi-IN", text));
    }

    @Test
    void its_digest_is_the_sha_256_of_its_text() {
        ConsentNotice notice = ConsentNotice.parse("n", "en", "abc").get();

        assertThat(notice.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-IN", "hi-Deva-IN", "sat-Olck", "x2-", "de-1996"})
    void its_language_is_a_tag(String language) {
        boolean wellFormed = !language.startsWith("x2");

        assertThat(ConsentNotice.parse("n", language, "text").isRight()).isEqualTo(wellFormed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "e", "English please", "en_IN", "en-", "-en", "en-IN\n", "en-abcdefghi", "हिन्दी"})
    void other_languages_are_refused(String language) {
        assertThat(reason(ConsentNotice.parse("n", language, "text")))
                .isEqualTo("must have a language tag such as en-IN");
    }

    @Test
    void a_language_tag_has_at_most_35_characters() {
        String tag = "en-abcdefg-abcdefg-abcdefg-abcdefgh";

        assertThat(tag).hasSize(35);
        assertThat(ConsentNotice.parse("n", tag, "text").isRight()).isTrue();
        assertThat(ConsentNotice.parse("n", "e" + tag, "text").isLeft()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "v3\n", "v\u0000"})
    void its_name_is_plain_text(String name) {
        assertThat(ConsentNotice.parse(name, "en", "text").isLeft()).isTrue();
    }

    @Test
    void its_name_has_at_most_100_characters() {
        assertThat(ConsentNotice.parse("n".repeat(100), "en", "text").isRight()).isTrue();
        assertThat(ConsentNotice.parse("n".repeat(101), "en", "text").isLeft()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t ", "text\u0000", "text\uD800", "text\u001B[2J"})
    void a_text_that_cannot_be_kept_is_refused(String text) {
        InputRejection rejection =
                (InputRejection) ConsentNotice.parse("n", "en", text).getLeft();

        assertThat(rejection.field()).isEqualTo(InputField.NOTICE);
        assertThat(rejection.summary()).startsWith("notice must not ");
    }

    @Test
    void a_text_has_at_most_20_000_characters() {
        assertThat(ConsentNotice.parse("n", "en", "t".repeat(20_000)).isRight()).isTrue();
        assertThat(reason(ConsentNotice.parse("n", "en", "t".repeat(20_001))))
                .isEqualTo("must have at most 20000 characters");
    }

    private static String reason(Either<KycFailure, ConsentNotice> parsed) {
        return ((InputRejection) parsed.getLeft()).reason();
    }
}
