package dev.kycport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AddingAProviderPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern QUOTED = Pattern.compile("<!-- (\\S+) -->\\n```java\\n(.*?)\\n```", Pattern.DOTALL);

    /** A part of a file that the page shows. */
    record Quote(Path file, String text) {
        @Override
        public String toString() {
            return file.getFileName() + ": " + text.lines().findFirst().orElse("");
        }
    }

    static Stream<Quote> quotes() throws IOException {
        return QUOTED.matcher(page())
                .results()
                .map((MatchResult found) -> new Quote(ROOT.resolve(found.group(1)), found.group(2)));
    }

    @ParameterizedTest
    @MethodSource("quotes")
    void its_quotations_are_in_the_files(Quote quote) throws IOException {
        assertThat(unindented(Files.readString(quote.file()))).contains(unindented(quote.text()));
    }

    @Test
    void all_its_java_is_quoted_from_compiled_files() throws IOException {
        assertThat(quotes()).hasSize(page().split("```java", -1).length - 1).hasSizeGreaterThan(8);
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/adding-a-provider.md"));
    }

    private static String unindented(String text) {
        return text.replaceAll("(?m)^ +", "");
    }
}
