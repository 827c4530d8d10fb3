package dev.kycport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What two vendors have in common belongs to adapter-feign, or the next vendor is a third copy of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VendorIsolationTest {

    private static final int BLOCK = 6;
    private static final Pattern NO_CODE = Pattern.compile("|(import|package) .*|//.*|/?\\*.*");

    @Test
    void no_block_of_six_lines_is_in_both() {
        Set<String> deepvue = blocks("deepvue");
        Set<String> accuauth = blocks("accuauth");

        assertThat(deepvue).hasSizeGreaterThan(500);
        assertThat(accuauth).hasSizeGreaterThan(200).doesNotContainAnyElementsOf(deepvue);
    }

    @Test
    void one_flow_takes_at_most_three_fifths_of_the_lines_of_three() {
        assertThat(lines("accuauth")).isLessThanOrEqualTo(lines("deepvue") * 3 / 5);
    }

    private static Set<String> blocks(String vendor) {
        return sources(vendor).stream()
                .map(VendorIsolationTest::code)
                .flatMap(lines -> IntStream.rangeClosed(0, lines.size() - BLOCK)
                        .mapToObj(at -> String.join("\n", lines.subList(at, at + BLOCK))))
                .collect(Collectors.toSet());
    }

    private static List<String> code(List<String> file) {
        return file.stream()
                .map(String::strip)
                .filter(line -> !NO_CODE.matcher(line).matches())
                .toList();
    }

    private static int lines(String vendor) {
        return sources(vendor).stream().mapToInt(List::size).sum();
    }

    private static List<List<String>> sources(String vendor) {
        try (Stream<Path> files = Files.walk(Path.of("..", "adapter-" + vendor, "src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(VendorIsolationTest::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
