package dev.kycport.domain.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.DocumentationPage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FailuresDocTest {

    private final DocumentationPage page = new DocumentationPage("failures.md");

    @Test
    void every_rejection_has_its_row() {
        compare("## Rejections", SealedLeaves.below(Rejection.class).map(FailuresDocTest::facts));
    }

    @Test
    void every_provider_failure_has_its_row() {
        compare("## Provider failures", Stream.of(ProviderFailure.Kind.values()).map(FailuresDocTest::facts));
    }

    @Test
    void every_verdict_has_its_row() {
        compare("## Verdicts", Stream.of(VerdictCode.values()).map(FailuresDocTest::facts));
    }

    private void compare(String heading, Stream<List<String>> facts) {
        Map<String, List<String>> expected =
                facts.collect(Collectors.toMap(row -> row.get(1), row -> row, (a, b) -> a, TreeMap::new));
        if (DocumentationPage.isUpdateRequested()) {
            page.write(mended(heading, expected));
            return;
        }
        Map<String, List<String>> found = new TreeMap<>();
        rows(heading).forEach(row -> found.put(row.get(1), row.subList(0, row.size() - 2)));

        assertThat(found)
                .as(
                        "docs/failures.md, %s, tells it as it is not any more.%n%s",
                        heading, DocumentationPage.HOW_TO_UPDATE)
                .isEqualTo(expected);
        assertThat(rows(heading))
                .as("docs/failures.md, %s: say what each code means and what to do", heading)
                .allMatch(row -> row.stream().noneMatch(String::isBlank))
                .doesNotHaveDuplicates();
    }

    private static List<String> facts(Class<?> leaf) {
        List<StepReport> examples = SealedLeaves.examples(leaf);
        return List.of(
                "`" + examples.get(0).code() + "`",
                "`"
                        + leaf.getName()
                                .substring(leaf.getPackageName().length() + 1)
                                .replace('$', '.') + "`",
                distinct(examples.stream()
                        .map(example -> example.responsibleParty().code())),
                distinct(examples.stream()
                        .map(example -> example.retryAdvice().kind().code())));
    }

    private static List<String> facts(ProviderFailure.Kind kind) {
        ProviderFailure failure = SealedLeaves.example(kind);
        return List.of(
                "`" + failure.code() + "`",
                "`ProviderFailure.Kind." + kind + "`",
                failure.responsibleParty().code(),
                failure.retryAdvice().kind().code(),
                failure.provesNothingSent() ? "yes" : "no",
                failure.mayHaveBeenDelivered() ? "yes" : "no");
    }

    private static List<String> facts(VerdictCode verdict) {
        return List.of(
                "`" + verdict.code() + "`",
                "`VerdictCode." + verdict + "`",
                verdict.responsibleParty().code(),
                verdict.report().retryAdvice().kind().code());
    }

    private static String distinct(Stream<String> values) {
        return values.distinct().collect(Collectors.joining(" or "));
    }

    /** The page with the facts of this table as they are, in the order of its rows; new rows come last, without prose. */
    private String mended(String heading, Map<String, List<String>> facts) {
        Map<String, List<String>> missing = new TreeMap<>(facts);
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows(heading)) {
            List<String> now = missing.remove(row.get(1));
            if (now != null) {
                lines.add(line(now, row.subList(row.size() - 2, row.size())));
            }
        }
        missing.values().forEach(row -> lines.add(line(row, List.of("", ""))));
        String table = table(heading);
        String head = table.lines().limit(2).collect(Collectors.joining("\n"));
        String text = page.read();
        int at = text.indexOf(table, text.indexOf(heading));
        return text.substring(0, at) + head + "\n" + String.join("\n", lines) + "\n"
                + text.substring(at + table.length());
    }

    private static String line(List<String> facts, List<String> prose) {
        return Stream.concat(facts.stream(), prose.stream()).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private List<List<String>> rows(String heading) {
        return table(heading).lines().skip(2).map(FailuresDocTest::cells).toList();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private String table(String heading) {
        String behind = page.read().substring(page.read().indexOf(heading));
        return behind.substring(behind.indexOf("| code"))
                .lines()
                .takeWhile(line -> line.startsWith("|"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
