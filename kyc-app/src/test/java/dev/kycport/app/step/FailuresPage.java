package dev.kycport.app.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of docs/failures.md; a test of kyc-domain compares them with the code. */
final class FailuresPage {

    private static final Path PAGE = Path.of("..", "docs", "failures.md");
    private static final Pattern CODE = Pattern.compile("(?m)^\\| `([a-z]+\\.[a-z.-]+)` \\|([^|]*)");

    private FailuresPage() {}

    /** Every code below these headings. */
    static Set<String> codes(String... headings) {
        Set<String> codes = new TreeSet<>();
        for (String heading : headings) {
            rows(heading).forEach(row -> codes.add(row.get(0)));
        }
        return codes;
    }

    /** Code and second cell of each row below that heading. */
    static List<List<String>> rows(String heading) {
        Matcher row = CODE.matcher(section(heading));
        return row.results()
                .map(found -> List.of(found.group(1), found.group(2).strip()))
                .toList();
    }

    private static String section(String heading) {
        try {
            String page = Files.readString(PAGE);
            int start = page.indexOf("\n## " + heading);
            if (start < 0) {
                throw new AssertionError("docs/failures.md has no section " + heading);
            }
            int end = page.indexOf("\n## ", start + 1);
            return page.substring(start, end < 0 ? page.length() : end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
