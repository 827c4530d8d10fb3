package dev.kycport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Path EXAMPLE = Path.of("src/test/java/dev/kycport/docs/EmbeddingExample.java");
    private static final int INDENT = 4;

    @Test
    void its_example_is_the_one_that_is_compiled_here() throws IOException {
        List<String> imports = Files.readAllLines(EXAMPLE).stream()
                .filter(line -> line.startsWith("import "))
                .toList();
        List<String> example = between(EXAMPLE, "    // begin", "    // end").stream()
                .map(line -> line.isBlank() ? "" : line.substring(INDENT))
                .toList();

        List<String> shown = between(README, "```java", "```");
        assertThat(shown.subList(0, imports.size())).isEqualTo(imports);
        assertThat(shown.subList(imports.size() + 1, shown.size()))
                .isEqualTo(example)
                .hasSizeLessThanOrEqualTo(24);
    }

    @Test
    void its_example_verifies_a_person() {
        assertThat(EmbeddingExample.welcome("9999 4105 7058", "123456")).isEqualTo("Welcome, Asha Test Rao");
    }

    @Test
    void its_example_prints_what_failed() {
        assertThat(EmbeddingExample.welcome("9999 4105 7058", "654321")).isEqualTo("the code is wrong");
        assertThat(EmbeddingExample.welcome("9999 4105 7058", "12345")).isEqualTo("otp must be 6 digits");
        assertThat(EmbeddingExample.welcome("9999 4105 7059", "123456")).startsWith("aadhaar ");
    }

    @Test
    void it_stays_short() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(150);
    }

    private static List<String> between(Path file, String begin, String end) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> rest = lines.subList(lines.indexOf(begin) + 1, lines.size());
        return rest.subList(0, rest.indexOf(end));
    }
}
